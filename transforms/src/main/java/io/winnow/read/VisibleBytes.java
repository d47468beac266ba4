package io.winnow.read;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes the bytes that tell charsets apart out of a dump: those of its text beyond ASCII, without
 * markup.
 *
 * <p>A page's head and markup are ASCII in every charset, so a sample of its first bytes says
 * nothing about its text.
 */
final class VisibleBytes {
  private static final int MAX_SAMPLE = 1 << 14;

  /** A longer phrase ends at its next space, so that one byte does not bring a whole page in. */
  private static final int MAX_PHRASE = 400;

  private final byte[] bytes;
  private final int length;

  /** What is nowhere ahead any more: looking for it again would make hostile markup quadratic. */
  private final Set<String> absent = new HashSet<>();

  private VisibleBytes(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /**
   * The phrases that hold a byte beyond ASCII, one a line, from the beginning on until 16 KiB are
   * found. Phrases lie between tags and line ends.
   */
  static byte[] phrases(byte[] bytes, int length) {
    return new VisibleBytes(bytes, length).phrases();
  }

  /**
   * The words of phrases that hold a byte beyond ASCII, one space apart.
   *
   * <p>Bytes from 0x40 on count as parts of words, since they may be the second byte of a
   * character; so do digits after a byte beyond ASCII, for GB18030.
   */
  static byte[] words(byte[] phrases) {
    ByteArrayOutputStream words = new ByteArrayOutputStream(phrases.length);
    int start = 0;
    boolean wanted = false;
    for (int i = 0; i <= phrases.length; i++) {
      int b = i < phrases.length ? phrases[i] : ' ';
      if (b < 0 || b >= 0x40 || (b >= '0' && b <= '9' && i > 0 && phrases[i - 1] < 0)) {
        wanted |= b < 0;
      } else {
        if (wanted) {
          words.write(phrases, start, i - start);
          words.write(' ');
        }
        wanted = false;
        start = i + 1;
      }
    }
    return words.toByteArray();
  }

  private byte[] phrases() {
    ByteArrayOutputStream phrases = new ByteArrayOutputStream();
    int start = 0;
    boolean wanted = false;
    for (int i = 0; i <= length && phrases.size() < MAX_SAMPLE; i++) {
      int b = i < length ? bytes[i] : '\n';
      wanted |= b < 0;
      int end = b == '<' ? markupEnd(i) : i;
      if (b == '\n' || end > i || (b == ' ' && i - start > MAX_PHRASE)) {
        if (wanted) {
          phrases.write(bytes, start, Math.min(i - start, MAX_SAMPLE));
          phrases.write('\n');
        }
        wanted = false;
        start = end + 1;
        i = end;
      }
    }
    return phrases.toByteArray();
  }

  /** Index of the last byte of the tag, comment, script or style that begins at {@code at}. */
  private int markupEnd(int at) {
    int next = at + 1 < length ? bytes[at + 1] : 0;
    if (!isLetter(next) && next != '/' && next != '!' && next != '?') {
      return at;
    }
    int end = indexOf(at, ">");
    if (end < 0) {
      return at;
    }
    if (startsWith(at, "<!--")) {
      int close = indexOf(at, "-->");
      return close < 0 ? end : close + 2;
    }
    for (String raw : new String[] {"script", "style"}) {
      if (startsWith(at, "<" + raw)) {
        int close = indexOf(end, "</" + raw);
        return close < 0 ? end : close + raw.length() + 1;
      }
    }
    return end;
  }

  private int indexOf(int from, String ascii) {
    if (absent.contains(ascii)) {
      return -1;
    }
    for (int i = from; i + ascii.length() <= length; i++) {
      if (startsWith(i, ascii)) {
        return i;
      }
    }
    absent.add(ascii);
    return -1;
  }

  private boolean startsWith(int at, String ascii) {
    if (at + ascii.length() > length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      int b = bytes[at + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}
