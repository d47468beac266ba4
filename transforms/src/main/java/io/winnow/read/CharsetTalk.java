package io.winnow.read;

import java.util.Locale;

/** Tells texts that talk about charsets, which quote garbled words on purpose. */
final class CharsetTalk {
  private static final String[] WORDS = {
    "mojibake", "utf-8", "utf8", "unicode", "charset", "encoding", "encoded", "latin-1", "latin1",
        "cp1252", "iso-8859",
    "windows-125", "gbk", "gb2312", "gb18030", "big5", "乱码", "亂碼", "编码", "編碼", "字符集", "文字化け",
    "문자 깨짐", "인코딩", "кодировк", "zeichensatz", "kodierung", "umlaut", "encodage", "codificación",
        "kodowani"
  };

  private CharsetTalk() {}

  /**
   * Whether it does.
   *
   * @param isMarkup whether tags, scripts and styles, which name charsets by themselves, do not
   *     count
   */
  static boolean in(String text, boolean isMarkup) {
    String folded = (isMarkup ? visible(text) : text).toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (folded.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String visible(String html) {
    StringBuilder visible = new StringBuilder();
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      if (tag < 0) {
        return visible.append(html, at, html.length()).toString();
      }
      visible.append(html, at, tag).append(' ');
      String end =
          startsWith(html, tag, "<script")
              ? "</script"
              : startsWith(html, tag, "<style") ? "</style" : ">";
      int close = html.indexOf(end, tag);
      if (close < 0) {
        return visible.toString();
      }
      at = close + 1;
    }
    return visible.toString();
  }

  private static boolean startsWith(String html, int at, String tag) {
    return html.regionMatches(true, at, tag, 0, tag.length());
  }
}
