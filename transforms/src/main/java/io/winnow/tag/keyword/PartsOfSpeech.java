package io.winnow.tag.keyword;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells the part of speech of each word of an English sentence, as OpenNLP's tagger does with the
 * same model, and many times faster: what a word's own letters say is summed once for all its uses.
 *
 * <p>That tagger follows three sequences of tags, but its cache of features gives all three the
 * tags that the best one ends in. So the best never changes, and it alone is followed here. Safe
 * for use by many threads.
 */
final class PartsOfSpeech {
  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  /** What a word says of its own tag and of those around it, in one array: it is read often. */
  static final class Word {
    /** Lists of what is said to the tag of the word after it, two after, before it, two before. */
    private static final int LISTS = 4;

    /** By tag from its letters; then, list after list, a tag and how much is said for it. */
    private final double[] sums;

    private final int[] ends = new int[LISTS];

    private Word(double[] sums, List<@Nullable Context> says) {
      double[] all = sums;
      int size = sums.length;
      for (int list = 0; list < LISTS; list++) {
        Context context = says.get(list);
        int[] outcomes = context == null ? new int[0] : context.getOutcomes();
        all = Arrays.copyOf(all, size + 2 * outcomes.length);
        for (int i = 0; i < outcomes.length; i++) {
          all[size++] = outcomes[i];
          all[size++] = context.getParameters()[i];
        }
        ends[list] = size;
      }
      this.sums = all;
    }

    private void add(int list, double[] all) {
      for (int i = list == 0 ? all.length : ends[list - 1]; i < ends[list]; i += 2) {
        all[(int) sums[i]] += sums[i + 1];
      }
    }
  }

  private final String[] tags;
  private final Map<String, Context> features;
  private final POSContextGenerator letters;

  /** By the tag of the word before it, by tag. */
  private final double[][] after;

  /** By the tags of the two words before it, by tag. */
  private final double[][][] afterTwo;

  private final @Nullable Context[] begin;

  private PartsOfSpeech(POSModel model) {
    AbstractModel maxent = model.getArtifact("pos.model");
    this.letters = model.getFactory().getPOSContextGenerator();
    this.features = features(maxent);
    this.tags = new String[maxent.getNumOutcomes()];
    this.after = new double[tags.length][tags.length];
    this.afterTwo = new double[tags.length][tags.length][];
    for (int tag = 0; tag < tags.length; tag++) {
      tags[tag] = maxent.getOutcome(tag);
    }
    for (int tag = 0; tag < tags.length; tag++) {
      add(features.get("t=" + tags[tag]), after[tag]);
    }
    for (int first = 0; first < tags.length; first++) {
      for (int second = 0; second < tags.length; second++) {
        afterTwo[first][second] = after[second].clone();
        add(features.get("t2=" + tags[first] + "," + tags[second]), afterTwo[first][second]);
      }
    }
    this.begin =
        new Context[] {
          features.get("S=begin"), features.get("p1S=begin"), features.get("p2S=begin")
        };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Context> features(AbstractModel model) {
    return (Map<String, Context>) model.getDataStructures()[1];
  }

  /** The tagger with the model that ships with Winnow. */
  static PartsOfSpeech bundled() {
    try (InputStream in = PartsOfSpeech.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("missing the part-of-speech model");
      }
      return new PartsOfSpeech(new POSModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tag of each word, in the notation of Universal Dependencies. */
  String[] of(List<String> sentence) {
    Word[] read = sentence.stream().map(this::word).toArray(Word[]::new);
    byte[] numbers = new byte[read.length];
    of(read, read.length, numbers);
    String[] found = new String[read.length];
    for (int at = 0; at < found.length; at++) {
      found[at] = tags[numbers[at]];
    }
    return found;
  }

  /** How many tags there are. */
  int count() {
    return tags.length;
  }

  /** The name of a tag. */
  String name(int tag) {
    return tags[tag];
  }

  /** Puts the number of the tag of each word into {@code found}. */
  void of(Word[] sentence, int size, byte[] found) {
    double[] sums = new double[tags.length];
    int before = -1;
    int twoBefore = -1;
    for (int at = 0; at < size; at++) {
      sum(sentence, size, at, sums);
      if (before >= 0) {
        add(twoBefore < 0 ? after[before] : afterTwo[twoBefore][before], sums);
      }
      twoBefore = before;
      before = largest(sums);
      found[at] = (byte) before;
    }
  }

  /** Everything but what the tags before it say. */
  private void sum(Word[] sentence, int size, int at, double[] sums) {
    System.arraycopy(sentence[at].sums, 0, sums, 0, sums.length);
    if (at > 0) {
      sentence[at - 1].add(0, sums);
    }
    if (at > 1) {
      sentence[at - 2].add(1, sums);
    }
    if (at + 1 < size) {
      sentence[at + 1].add(2, sums);
    }
    if (at + 2 < size) {
      sentence[at + 2].add(3, sums);
    }
    if (at < begin.length) {
      add(begin[at], sums);
    }
  }

  private static void add(double[] some, double[] sums) {
    for (int tag = 0; tag < sums.length; tag++) {
      sums[tag] += some[tag];
    }
  }

  private static int largest(double[] sums) {
    int largest = 0;
    for (int tag = 1; tag < sums.length; tag++) {
      largest = sums[tag] > sums[largest] ? tag : largest;
    }
    return largest;
  }

  /** What the model knows of a word: reads its features when it stands alone. */
  Word word(String text) {
    String[] alone;
    synchronized (letters) {
      alone = letters.getContext(0, new String[] {text}, new String[0], new Object[0]);
    }
    double[] sums = new double[tags.length];
    Arrays.fill(sums, Math.log(1.0 / tags.length));
    String word = "";
    boolean begun = false;
    for (String feature : alone) {
      if (feature.equals("S=begin")) {
        begun = true;
      } else {
        add(features.get(feature), sums);
        word = begun ? word : feature;
      }
    }
    return new Word(
        sums,
        Arrays.asList(
            features.get("p1" + word),
            features.get("p2" + word),
            features.get("n1" + word),
            features.get("n2" + word)));
  }

  private static void add(@Nullable Context context, double[] sums) {
    if (context != null) {
      int[] outcomes = context.getOutcomes();
      double[] parameters = context.getParameters();
      for (int i = 0; i < outcomes.length; i++) {
        sums[outcomes[i]] += parameters[i];
      }
    }
  }
}
