package io.winnow.text;

/**
 * A block of an article's text: a paragraph, list item, heading, quotation, table or piece of code.
 *
 * @param kind what the block is
 * @param start first UTF-16 unit of its content; the mark of an item, heading or quotation lies
 *     before it
 * @param end unit after the last one; trailing white space left out
 */
public record Block(Kind kind, int start, int end) {
  /** The kinds of block that matter to a reader of prose. */
  public enum Kind {
    PROSE,
    ITEM,
    QUOTE,
    HEADING,
    TABLE,
    CODE,
    /** An image or rule: nothing to read. */
    MEDIA;

    /** Whether blocks of this kind consist of sentences. */
    public boolean hasSentences() {
      return this == PROSE || this == ITEM || this == QUOTE;
    }
  }
}
