package io.winnow.tag.keyword;

/** A folded word, and what is known of it whatever text it stands in. */
final class Term implements WordTable.Word {
  final String text;
  private final char[] chars;
  final long hash;

  /** What a hash is multiplied by when this word follows. */
  final long power;

  /** How much it tells in an English text; not a number before somebody asked. */
  double english = Double.NaN;

  /** Likewise in a Chinese text. */
  double chinese = Double.NaN;

  /** What {@link ChineseKinds} found out of it; 0 before somebody asked. */
  byte kinds;

  Term(String text) {
    this.text = text;
    this.chars = text.toCharArray();
    this.hash = CharHash.of(text);
    this.power = CharHash.power(text.length());
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public char[] chars() {
    return chars;
  }

  @Override
  public long hash() {
    return hash;
  }
}
