package io.winnow.summarize;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which of several patterns begin at a place of a text, by one walk along the characters that
 * stand there. What is met for the first time the patterns themselves answer: one that fails on a
 * beginning without having looked for more ({@link Matcher#hitEnd}) matches no text that begins so,
 * and one that matches without having looked for more matches every such text. So an automaton of
 * the beginnings that texts have is learned, and hardly ever a pattern is run again.
 *
 * <p>Patterns may look behind their beginning by {@code \b} and {@code ^} alone, and have no ranges
 * of Han characters. Memory is bounded: what does not fit is left to the patterns. Safe for use by
 * many threads.
 */
final class Beginnings {
  /** At the beginning of the text. */
  static final int START = 0;

  private static final int AFTER_WORD = 1;
  private static final int AFTER_OTHER = 2;

  /** Whether such a character belongs to a word, versions of Java see differently. */
  private static final int AFTER_WIDE = 3;

  /** The node from which nothing begins. */
  private static final int NOTHING = 4;

  private static final int ASCII = 128;
  private static final int DEPTH = 12;
  private static final int MAX_NODES = 1 << 14;
  private static final int SLOTS = 1 << 16;
  private static final int MAX_USED = SLOTS / 4 * 3;

  /** Stands for every common ideograph that no pattern names. */
  private static final char OTHER_HAN = '龘';

  /** Texts that no wording goes on with: what does not mind them is a gap, and not followed. */
  private static final List<String> FOREIGN = List.of("\uE000", "qzj", "龘龘");

  private enum Outcome {
    NEVER,
    MAY,
    SURE
  }

  private final Pattern[] patterns;
  private final BitSet named = new BitSet();

  /** Steps from node to node: node, character and next node, in a hash table. */
  private final AtomicLongArray steps = new AtomicLongArray(SLOTS);

  private final AtomicInteger used = new AtomicInteger();
  private final AtomicInteger nodes = new AtomicInteger(NOTHING + 1);

  /** For each node the patterns that begin with it. */
  private final int[] sure = new int[MAX_NODES];

  /** Those that may, which more characters do not decide. */
  private final int[] open = new int[MAX_NODES];

  /** Those that may, which more characters decide. */
  private final int[] growing = new int[MAX_NODES];

  /**
   * Of patterns that are told apart by their places in the list, at most 31.
   *
   * @throws IllegalArgumentException if a pattern looks behind its beginning
   */
  Beginnings(List<Pattern> patterns) {
    this.patterns = patterns.toArray(Pattern[]::new);
    for (int p = 0; p < this.patterns.length; p++) {
      String regex = this.patterns[p].pattern();
      if (regex.contains("(?<") || regex.contains("\\G")) {
        throw new IllegalArgumentException("looks behind its beginning: " + regex);
      }
      regex.chars().forEach(named::set);
      int bit = 1 << p;
      int[] answer = this.patterns[p].matcher("").find() ? open : growing;
      for (int root = START; root <= AFTER_WIDE; root++) {
        answer[root] |= bit;
      }
    }
  }

  /** The place behind a character, as {@link #at} wants it. */
  static int after(char before) {
    if (before >= ASCII) {
      return AFTER_WIDE;
    }
    return Character.isLetterOrDigit(before) || before == '_' ? AFTER_WORD : AFTER_OTHER;
  }

  /**
   * The node that the text leads to: ask it for {@link #sure} and {@link #may}.
   *
   * @param place what stands before
   * @param wanted bits of the patterns that matter
   */
  int at(int place, String text, int at, int wanted) {
    int node = place;
    for (int i = at; i < text.length() && (growing[node] & wanted) != 0; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        break;
      }
      int next = step(node, key(c));
      if (next < 0) {
        next = learn(place, node, text, at, i + 1);
      }
      if (next < 0) {
        break;
      }
      node = next;
    }
    return node;
  }

  /** Bits of the patterns that begin where the walk to this node began. */
  int sure(int node) {
    return sure[node];
  }

  /** Bits of the patterns that may begin there, and have to be tried. */
  int may(int node) {
    return open[node] | growing[node];
  }

  Pattern pattern(int place) {
    return patterns[place];
  }

  private char key(char c) {
    return c >= 0x4E00 && c <= 0x9FEF && !named.get(c) ? OTHER_HAN : c;
  }

  private int step(int node, char c) {
    long from = (long) node << 16 | c;
    for (int slot = slot(from); ; slot = slot + 1 & SLOTS - 1) {
      long step = steps.getAcquire(slot);
      if (step == 0) {
        return -1;
      }
      if (step >>> 32 == from) {
        return (int) step;
      }
    }
  }

  private static int slot(long from) {
    return (int) (from * 0x9E3779B97F4A7C15L >>> 48);
  }

  private int learn(int place, int node, String text, int from, int to) {
    if (to - from > DEPTH || used.get() >= MAX_USED || nodes.get() >= MAX_NODES - 64) {
      return -1;
    }
    char[] beginning = text.substring(from, to).toCharArray();
    for (int i = 0; i < beginning.length; i++) {
      beginning[i] = key(beginning[i]);
    }
    int next = node(place, node, new String(beginning));
    remember((long) node << 16 | beginning[beginning.length - 1], next);
    return next;
  }

  private void remember(long from, int next) {
    long step = from << 32 | next;
    for (int slot = slot(from); ; slot = slot + 1 & SLOTS - 1) {
      if (steps.get(slot) == 0 && steps.compareAndSet(slot, 0, step)) {
        used.incrementAndGet();
        return;
      }
      if (steps.get(slot) >>> 32 == from) {
        return;
      }
    }
  }

  private int node(int place, int before, String beginning) {
    int begins = sure[before];
    int undecided = open[before];
    int grows = 0;
    for (int p = 0; p < patterns.length; p++) {
      int bit = 1 << p;
      if ((growing[before] & bit) != 0) {
        switch (outcome(patterns[p], place, beginning)) {
          case SURE -> begins |= bit;
          case MAY -> {
            if (FOREIGN.stream().anyMatch(isGap(patterns[p], place, beginning))) {
              undecided |= bit;
            } else {
              grows |= bit;
            }
          }
          case NEVER -> {}
        }
      }
    }
    if ((begins | undecided | grows) == 0) {
      return NOTHING;
    }
    int node = nodes.getAndIncrement();
    sure[node] = begins;
    open[node] = undecided;
    growing[node] = grows;
    return node;
  }

  private static Predicate<String> isGap(Pattern pattern, int place, String beginning) {
    return more -> outcome(pattern, place, beginning + more) == Outcome.MAY;
  }

  private static Outcome outcome(Pattern pattern, int place, String beginning) {
    return switch (place) {
      case START -> behind("", pattern, beginning);
      case AFTER_WORD -> behind("x", pattern, beginning);
      case AFTER_OTHER -> behind(" ", pattern, beginning);
      default -> {
        Outcome word = behind("x", pattern, beginning);
        yield word == behind(" ", pattern, beginning) ? word : Outcome.MAY;
      }
    };
  }

  private static Outcome behind(String before, Pattern pattern, String beginning) {
    Matcher matcher = pattern.matcher(before + beginning);
    matcher.useTransparentBounds(true).useAnchoringBounds(before.isEmpty());
    matcher.region(before.length(), before.length() + beginning.length());
    boolean matches = matcher.lookingAt();
    if (matcher.hitEnd() || matches && matcher.requireEnd()) {
      return Outcome.MAY;
    }
    return matches ? Outcome.SURE : Outcome.NEVER;
  }

  @Override
  public String toString() {
    return Arrays.toString(patterns);
  }
}
