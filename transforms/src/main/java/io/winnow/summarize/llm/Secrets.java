package io.winnow.summarize.llm;

import java.util.regex.Pattern;

/**
 * Takes credentials out of a text: keys and tokens of well-known forms, and passwords in addresses.
 */
final class Secrets {
  private static final String PLACEHOLDER = "[secret]";

  /** Every alternative begins with a literal, and its repetitions are bounded and possessive. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,300}+"
              + "|(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{20,300}+"
              + "|github_pat_[A-Za-z0-9_]{20,300}+"
              + "|(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{16,300}+"
              + "|(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,300}+"
              + "|(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}+(?![A-Z0-9])"
              + "|(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{30,60}+"
              + "|(?<![A-Za-z0-9])hf_[A-Za-z0-9]{20,100}+"
              + "|(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,4000}+\\.[A-Za-z0-9_-]{10,4000}+\\.[A-Za-z0-9_-]{5,4000}+"
              + "|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\\s:,-]{0,10000}+");

  private static final Pattern USER_INFO =
      Pattern.compile("://[^\\s/@:]{1,100}+:[^\\s/@]{1,100}+@");

  private Secrets() {}

  /** The text with placeholders for what must not leave the machine. */
  static String masked(String text) {
    String masked = TOKEN.matcher(text).replaceAll(PLACEHOLDER);
    return masked.contains("://") ? USER_INFO.matcher(masked).replaceAll("://") : masked;
  }
}
