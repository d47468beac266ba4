package io.winnow.read;

import java.util.Arrays;

/**
 * Fuzz target: whatever the bytes, they get a charset, the same one each time, and a text whose
 * lines are theirs.
 */
public final class CharsetFuzz {
  /** What headers claim; the first byte of the input chooses. */
  private static final String[] TRANSPORT = {
    null,
    "utf-8",
    "gb2312",
    "big5",
    "shift_jis",
    "euc-jp",
    "euc-kr",
    "iso-8859-1",
    "koi8-r",
    "windows-1250",
    "utf-16le",
    "utf-16",
    "iso-2022-jp",
    "x-user-defined",
    "no such",
    "",
    "utf-7"
  };

  private CharsetFuzz() {}

  /** Throws where a promise of the charset step is broken. */
  public static void fuzzerTestOneInput(byte[] data) {
    String transport = data.length == 0 ? null : TRANSPORT[(data[0] & 0xFF) % TRANSPORT.length];
    byte[] bytes = data.length == 0 ? data : Arrays.copyOfRange(data, 1, data.length);
    byte[] before = bytes.clone();

    Decoded decoded = Decoded.of(bytes, bytes.length, transport);
    CharsetGuess guess = decoded.charset();
    require(Arrays.equals(bytes, before), "the bytes were changed");
    require(guess.confidence() >= 0 && guess.confidence() <= 1, "confidence " + guess);
    require(guess.markBytes() >= 0 && guess.markBytes() <= bytes.length, "mark " + guess);
    require(decoded.equals(Decoded.of(bytes, bytes.length, transport)), "another text");
    require(Encoding.ofName(guess.encoding().name()).equals(guess.encoding()), "name " + guess);
    require(
        decoded.text().length() <= bytes.length * 2 + 2, "more text than bytes allow: " + guess);

    mend(decoded.text());

    LinedText lined =
        LinedText.of(decoded.text(), bytes, guess.markBytes(), bytes.length, guess.encoding(), 0);
    DumpText text = DumpText.of(lined.text(), lined.offsets(), 1, 0);
    long at = guess.markBytes();
    for (int n = text.firstLine(); n <= text.lastLine(); n++) {
      require(text.startOffset(n) == at, "line " + n + " begins at " + text.startOffset(n));
      require(text.endOffset(n) > at, "line " + n + " has no bytes");
      at = text.endOffset(n);
    }
    require(text.lastLine() < text.firstLine() || at == bytes.length, "bytes after the last line");
  }

  /** Mending never throws, and its ranges lie in order and in the text. */
  private static void mend(String text) {
    int at = 0;
    for (DoubleEncoding.Repair repair : DoubleEncoding.find(text, text.startsWith("<"))) {
      require(repair.from() >= at && repair.to() > repair.from(), "range " + repair);
      require(repair.to() <= text.length() && repair.chars() > 0, "range " + repair);
      at = repair.to();
    }
  }

  private static void require(boolean holds, String broken) {
    if (!holds) {
      throw new IllegalStateException(broken);
    }
  }
}
