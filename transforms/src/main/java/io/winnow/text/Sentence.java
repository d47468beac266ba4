package io.winnow.text;

/**
 * A sentence as it stands in a text.
 *
 * @param text the sentence, verbatim: {@code source.substring(start, end)}
 * @param start first UTF-16 unit in the source
 * @param end unit after the last one
 * @param fromChar first code point in the source: what the datasets call {@code from_char}
 * @param toChar code point after the last one
 * @param block number of the block of {@link Blocks#of} that it belongs to, from 0
 * @param kind kind of that block
 */
public record Sentence(
    String text, int start, int end, int fromChar, int toChar, int block, Block.Kind kind) {

  /** Length in code points. */
  public int chars() {
    return toChar - fromChar;
  }
}
