package io.winnow.han;

import java.nio.ByteBuffer;

/** What kind of letter each character is, by the segmenter's table. */
final class CharKinds {
  static final byte SINGLE = 5;
  static final byte DELIMITER = 6;
  static final byte CHINESE = 7;
  static final byte LETTER = 8;
  static final byte DIGIT = 9;
  static final byte INDEX = 10;
  static final byte CHINESE_DIGIT = 11;
  static final byte OTHER = 17;

  private static final byte[] KINDS = read();

  private CharKinds() {}

  static byte of(char c) {
    return KINDS[c];
  }

  /**
   * Where the run of one kind ends that begins at {@code from}; a number keeps its points and
   * commas.
   */
  static int runEnd(char[] text, int from, int to) {
    byte kind = of(text[from]);
    int at = from + 1;
    while (at < to) {
      byte next = of(text[at]);
      if (next != kind) {
        boolean inNumber =
            kind == DIGIT && isPoint(text[at]) && at + 1 < to && of(text[at + 1]) == DIGIT;
        if (!inNumber) {
          return at;
        }
      }
      at++;
    }
    return to;
  }

  private static boolean isPoint(char c) {
    return c == '，' || c == ',' || c == '．' || c == '.';
  }

  private static byte[] read() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    ByteBuffer in = DictionaryFile.bytes("other/CharType.bin");
    while (in.hasRemaining()) {
      int first = in.getChar();
      int last = in.getChar();
      byte kind = in.get();
      for (int c = first; c <= last; c++) {
        kinds[c] = kind;
      }
    }
    return kinds;
  }
}
