package io.winnow.clean;

import io.winnow.text.NormalForms;
import java.text.Normalizer;
import java.util.Map;

/**
 * Repairs characters that look right and are wrong: canonical composition (NFC), invisible and
 * control characters, radicals that stand for Han characters, and spaces of every kind. Code lines
 * and code spans stay as they are.
 */
final class UnicodeRepair {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

  private UnicodeRepair() {}

  static Manuscript repair(Manuscript text) {
    Manuscript repaired =
        text.map(
            line ->
                line.is(Line.Form.CODE)
                    ? line
                    : line.withText(CodeSpans.outside(line.text(), UnicodeRepair::repair)));
    return PunctuationWidth.unify(repaired);
  }

  /** The line without invisible characters, its spaces plain and single, leading ones kept. */
  static String repair(String line) {
    if (isClean(line)) {
      return line;
    }
    String composed = NormalForms.nfc(line);
    StringBuilder out = new StringBuilder(composed.length());
    boolean begun = false;
    for (int i = 0; i < composed.length(); ) {
      int codePoint = composed.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isSpace(codePoint)) {
        if (!begun || out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (!isInvisible(codePoint, composed, i)) {
        appendVisible(out, codePoint);
        begun = true;
      }
    }
    return out.toString();
  }

  /** Whether the line stays as it is, for all of its characters are plain and its spaces single. */
  private static boolean isClean(String line) {
    boolean begun = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' ? begun && line.charAt(i - 1) == ' ' : !PLAIN[c]) {
        return false;
      }
      begun |= c != ' ';
    }
    return true;
  }

  private static boolean isSpace(int codePoint) {
    return codePoint == '\t' || Character.isSpaceChar(codePoint);
  }

  private static boolean isInvisible(int codePoint, String text, int next) {
    if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
      return next >= text.length() || !joins(text.codePointAt(next));
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          !isTag(codePoint);
      default -> false;
    };
  }

  /**
   * Joiners shape emoji and the scripts of India, Arabia and Persia; between others they are dirt.
   */
  private static boolean joins(int codePoint) {
    return Character.getType(codePoint) == Character.OTHER_SYMBOL
        || codePoint >= 0x0600 && codePoint <= 0x0DFF;
  }

  /** Tag characters spell the flags of regions. */
  private static boolean isTag(int codePoint) {
    return codePoint >= 0xE0020 && codePoint <= 0xE007F;
  }

  private static void appendVisible(StringBuilder out, int codePoint) {
    Integer han = RADICALS.get(codePoint);
    if (han != null) {
      out.appendCodePoint(han);
    } else if (codePoint >= 0x2F00 && codePoint <= 0x2FDF) {
      out.append(Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC));
    } else if (codePoint == 0x2011) {
      out.append('-');
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  /** Characters that stay as they are wherever they stand. */
  private static final boolean[] PLAIN = plain();

  private static boolean[] plain() {
    boolean[] plain = new boolean[1 << 16];
    java.util.Arrays.fill(plain, 0x21, 0x7F, true);
    java.util.Arrays.fill(plain, 0x4E00, 0x9FF0, true);
    "，。、；：？！“”‘’（）《》【】「」『』〈〉…—–·éèàáâäçëêíîïñóôöúüß".chars().forEach(c -> plain[c] = true);
    return plain;
  }

  /**
   * Radicals that PDF fonts put in the place of characters (Unicode EquivalentUnifiedIdeograph);
   * the Kangxi block needs no table, it has compatibility mappings.
   */
  private static final Map<Integer, Integer> RADICALS =
      radicals("⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟");

  private static Map<Integer, Integer> radicals(String pairs) {
    Map<Integer, Integer> radicals = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length(); i += 2) {
      radicals.put((int) pairs.charAt(i), (int) pairs.charAt(i + 1));
    }
    return Map.copyOf(radicals);
  }
}
