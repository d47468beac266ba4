package io.winnow.explain;

/** Says how bytes became text: which charset was taken, and by what it was found. */
final class Decoding {
  private static final int REPLACED = '\uFFFD';

  private Decoding() {}

  /**
   * A phrase such as {@code UTF-8: all its bytes are valid}.
   *
   * @param confidence 0 where it is not known
   */
  static String of(String charset, double confidence) {
    if (confidence == 0) {
      return charset;
    }
    return charset + ": " + found(charset, confidence);
  }

  /** What decoding could not read; nothing where it read all. */
  static String damage(String text) {
    long replaced = text.codePoints().filter(c -> c == REPLACED).count();
    return replaced == 0
        ? ""
        : Words.count(replaced, "character")
            + " of the text could not be decoded and became U+FFFD";
  }

  private static String found(String charset, double confidence) {
    boolean sure = confidence == 1;
    if (charset.equals("UTF-8")) {
      return sure
          ? "all its bytes are valid in it"
          : "nearly all its bytes are valid in it" + sure(confidence);
    }
    if (charset.startsWith("UTF-")) {
      return sure ? "by its byte order mark" : "by where its zero bytes stand" + sure(confidence);
    }
    if (charset.equals("ISO-2022-JP")) {
      return "by its escape sequences" + sure(confidence);
    }
    return sure
        ? "by its byte order mark"
        : "read so, its bytes look most like words"
            + sure(confidence)
            + "; a charset that the source declares is heard, and decides nothing alone";
  }

  private static String sure(double confidence) {
    return ", " + Words.percent(confidence) + " sure";
  }
}
