package io.winnow.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the next few characters whether a match of a pattern can begin with them. What is asked
 * for the first time the pattern itself answers: if it fails without having looked for more ({@link
 * Matcher#hitEnd}), no text that begins so has a match. Never refuses where a match is.
 */
final class Gate {
  /** At the beginning of the text. */
  static final int START = 0;

  private static final int AFTER_WORD = 1;
  private static final int AFTER_OTHER = 2;

  /** Whether such a character belongs to a word, versions of Java see differently. */
  private static final int AFTER_WIDE = 3;

  private static final int ASCII = 128;
  private static final int DEPTH = 5;

  /** Beginnings of this many kinds are remembered; a pattern that has more begins too freely. */
  private static final int MAX_NODES = 2_000;

  private static final byte MAY = 1;
  private static final byte CANNOT = 2;

  /** What is known of the texts that begin in one way: for each next character, what follows. */
  private static final class Node {
    static final Node OPEN = new Node(0);
    static final Node SHUT = new Node(0);

    final @Nullable Node[] next;

    Node(int size) {
      next = new Node[size];
    }
  }

  private final Pattern pattern;
  private final boolean matchesNothing;
  private final Node[] roots = {new Node(ASCII), new Node(ASCII), new Node(ASCII), new Node(ASCII)};

  /** Answers for other first characters, in pages of 256. */
  private final byte[] @Nullable [][] wide = new byte[roots.length][256][];

  private int nodes;

  Gate(Pattern pattern) {
    this.pattern = pattern;
    this.matchesNothing = pattern.matcher("").find();
  }

  /** The place behind a character, as {@link #mayBegin} wants it. */
  static int after(char before) {
    if (before >= ASCII) {
      return AFTER_WIDE;
    }
    return Character.isLetterOrDigit(before) || before == '_' ? AFTER_WORD : AFTER_OTHER;
  }

  /** Whether a match can begin at {@code at}, where {@code place} says what stands before. */
  boolean mayBegin(int place, String text, int at) {
    if (matchesNothing) {
      return true;
    }
    if (at >= text.length()) {
      return false;
    }
    char first = text.charAt(at);
    return first < ASCII ? byPrefix(place, text, at) : byFirst(place, first);
  }

  private boolean byPrefix(int place, String text, int at) {
    Node node = roots[place];
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        return true;
      }
      Node next = node.next[c];
      if (next == null) {
        next = node(place, text.substring(at, i + 1));
        node.next[c] = next;
      }
      if (next == Node.OPEN || next == Node.SHUT) {
        return next == Node.OPEN;
      }
      node = next;
    }
    return true;
  }

  private Node node(int place, String prefix) {
    if (!mayBegin(place, prefix)) {
      return Node.SHUT;
    }
    return prefix.length() == DEPTH || nodes++ > MAX_NODES ? Node.OPEN : new Node(ASCII);
  }

  private boolean byFirst(int place, char first) {
    byte[] page = wide[place][first >> 8];
    if (page == null) {
      page = new byte[256];
      wide[place][first >> 8] = page;
    }
    byte known = page[first & 0xFF];
    if (known == 0) {
      known = Character.isSurrogate(first) || mayBegin(place, String.valueOf(first)) ? MAY : CANNOT;
      page[first & 0xFF] = known;
    }
    return known == MAY;
  }

  private boolean mayBegin(int place, String prefix) {
    return switch (place) {
      case START -> mayFollow("", prefix);
      case AFTER_WORD -> mayFollow("x", prefix);
      case AFTER_OTHER -> mayFollow(" ", prefix);
      default -> mayFollow("x", prefix) || mayFollow(" ", prefix);
    };
  }

  private boolean mayFollow(String before, String prefix) {
    Matcher matcher = pattern.matcher(before + prefix);
    matcher.useTransparentBounds(true).useAnchoringBounds(before.isEmpty());
    matcher.region(before.length(), before.length() + prefix.length());
    return matcher.lookingAt() || matcher.hitEnd();
  }
}
