package io.winnow.dedupe;

import io.winnow.dedupe.MadeDocument.Edit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes any number of documents, each from its number alone: real sentences, recombined. Of a
 * hundred, 64 are like no other, 30 are edited copies of such, 5 belong to a family of some 2,000
 * under one template, and one is the text of which a hundredth of all are copies.
 */
final class MadeDocuments {
  private static final int MEDIAN_BYTES = 2_000;
  private static final double SPREAD = 0.5;
  private static final int LEAST_BYTES = 900;
  private static final int MOST_BYTES = 20_000;
  private static final int FAMILY_SPAN = 40_000;
  private static final int SITES = 50;
  private static final Edit[] COPIES =
      Arrays.copyOfRange(Edit.values(), Edit.EXACT.ordinal(), Edit.values().length);

  private final SentencePool pool;
  private final long seed;
  private final long count;

  MadeDocuments(SentencePool pool, long seed, long count) {
    this.pool = pool;
    this.seed = seed;
    this.count = count;
  }

  MadeDocument document(long number) {
    Edit edit = edit(number);
    return switch (edit) {
      case BASE -> base(number);
      case TEMPLATE -> ofTemplate(number);
      case HOT -> copy(number, -1, base(-1), edit);
      default -> {
        long original = original(number);
        yield copy(number, original, base(original), edit);
      }
    };
  }

  private Random random(String purpose, long number) {
    return new Random(Mix64.of(seed + 31L * purpose.hashCode(), number));
  }

  private Edit edit(long number) {
    int role = random("role", number).nextInt(1000);
    if (role < 300) {
      return COPIES[role % COPIES.length];
    }
    return role < 310 ? Edit.HOT : role < 360 ? Edit.TEMPLATE : Edit.BASE;
  }

  private long original(long number) {
    Random random = random("original", number);
    long original;
    do {
      original = Math.floorMod(random.nextLong(), count);
    } while (edit(original) != Edit.BASE);
    return original;
  }

  private MadeDocument base(long number) {
    Random random = random("base", number);
    boolean chinese = random.nextBoolean();
    return new MadeDocument(
        number, number, Edit.BASE, chinese, sentences(random, chinese, bytes(random)));
  }

  private MadeDocument ofTemplate(long number) {
    Random shared = random("template", number / FAMILY_SPAN);
    boolean chinese = shared.nextBoolean();
    List<String> text = sentences(shared, chinese, MEDIAN_BYTES / 2);
    text.addAll(sentences(random("own", number), chinese, MEDIAN_BYTES / 2));
    return new MadeDocument(number, number, Edit.TEMPLATE, chinese, text);
  }

  private static int bytes(Random random) {
    double bytes = MEDIAN_BYTES * Math.exp(SPREAD * random.nextGaussian());
    return (int) Math.min(MOST_BYTES, Math.max(LEAST_BYTES, bytes));
  }

  private List<String> sentences(Random random, boolean chinese, int bytes) {
    List<String> all = pool.sentences(chinese);
    List<String> some = new ArrayList<>();
    for (int left = bytes; left > 0; ) {
      String next = all.get(random.nextInt(all.size()));
      some.add(next);
      left -= next.getBytes(StandardCharsets.UTF_8).length + 1;
    }
    return some;
  }

  private MadeDocument copy(long number, long original, MadeDocument base, Edit edit) {
    Random random = random("edit", number);
    List<String> text = new ArrayList<>(base.sentences());
    switch (edit) {
      case FORMAT -> text.replaceAll(sentence -> formatted(sentence, base.chinese()));
      case TRUNCATED -> {
        int left = (int) Math.ceil(text.size() * (0.5 + 0.3 * random.nextDouble()));
        text.subList(left, text.size()).clear();
      }
      case DROPPED -> {
        double share = 0.1 + 0.15 * random.nextDouble();
        int gone = Math.max(1, (int) (text.size() * share));
        for (int i = 0; i < gone && text.size() > 1; i++) {
          text.remove(random.nextInt(text.size()));
        }
      }
      case REPLACED -> text.replaceAll(sentence -> replaced(random, sentence, base.chinese()));
      case BOILERPLATE -> {
        List<String> site =
            sentences(random("site", random.nextInt(SITES)), base.chinese(), base.bytes() / 8);
        text.addAll(0, site.subList(0, site.size() / 2));
        text.addAll(site.subList(site.size() / 2, site.size()));
      }
      default -> {}
    }
    return new MadeDocument(number, original, edit, base.chinese(), text);
  }

  private static String formatted(String sentence, boolean chinese) {
    if (!chinese) {
      return sentence.toUpperCase(Locale.ROOT);
    }
    StringBuilder wide = new StringBuilder();
    sentence
        .codePoints()
        .map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c)
        .forEach(wide::appendCodePoint);
    return wide.toString();
  }

  private String replaced(Random random, String sentence, boolean chinese) {
    List<String> others = pool.sentences(chinese);
    String[] words = chinese ? sentence.split("(?<=\\G..)") : sentence.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (random.nextInt(100) < 6) {
        String other = others.get(random.nextInt(others.size()));
        words[i] = chinese ? other.substring(2, 4) : other.substring(0, other.indexOf(' '));
      }
    }
    return String.join(chinese ? "" : " ", words);
  }
}
