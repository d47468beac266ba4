package io.winnow.clean;

import io.winnow.schema.Piece;
import io.winnow.text.Sieve;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the form of an article from its shape; the column {@code kind}. */
final class ArticleKind {
  private static final int HEAD_LINES = 12;
  private static final Pattern EDITORIAL =
      Pattern.compile(
          "^(?:卷首语|社论|编者按|编者的话|editorial|from the editor|editor's note)\\b?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SHOW =
      Pattern.compile(
          "欢迎(?:收听|收看)|(?:本期|这期|这一期)(?:播客|节目)|welcome (?:back )?to [^.!?]{0,40}(?:podcast|show|episode)"
              + "|welcome back\\. this is|\\bthis is the [a-z]+\\. we\\b|\\b(?:show|episode) notes\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TALK =
      Pattern.compile(
          "以下[^。]{0,20}(?:演讲|分享|直播)[^。]{0,10}实录|演讲嘉宾|演讲实录|\\btalk transcript\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INTERVIEW_NOTICE =
      Pattern.compile(
          "以下[^。]{0,24}(?:采访|访谈|对话)|采访嘉宾|受访|interview (?:has been|was) ", Pattern.CASE_INSENSITIVE);
  private static final Pattern INTERVIEW_TITLE =
      Pattern.compile("对话|访谈|专访|采访|\\binterview\\b|\\bq ?& ?a\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPEAKER =
      Pattern.compile(
          "(?:主持人|嘉宾|问|答|q|a|q\\d{1,2}|问\\s?\\d{1,2}|[A-Z][\\p{L} .]{1,24}|[\\p{IsHan}]{2,4})\\s?[:：]\\s?\\S.{0,4000}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MAIL =
      Pattern.compile("(?:from|subject|date|to|发件人|主题)\\s?[:：] .{1,200}", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAPER =
      Pattern.compile(
          "(?:#+ )?(?:abstract|摘\\s?要|keywords|关键词)\\b?\\s*[:：]?.{0,4000}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REFERENCES =
      Pattern.compile("(?:#+ )?(?:references|参考文献)\\s*[:：]?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEWS =
      Pattern.compile(
          "(?:近日|日前|今日|昨日|本周|上周|\\d{1,2}月\\d{1,2}日)[,，]|据[^。,，]{2,20}(?:报道|消息)|记者|\\b(?:announced|reported|according to)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The patterns that are looked for in lines. */
  private static final List<Pattern> SIFTED =
      List.of(SHOW, TALK, INTERVIEW_NOTICE, NEWS, PAPER, REFERENCES);

  private static final Sieve SIEVE = Sieve.of(SIFTED);

  /** Before its colon a speaker's line has no more. */
  private static final int MAX_SPEAKER = 60;

  private static final double SPEAKER_SHARE = 0.15;
  private static final int MIN_SPEAKERS = 4;

  private ArticleKind() {}

  /**
   * The form of the article.
   *
   * @param raw the text before anything was dropped: notices and greetings tell most
   * @param declared what the page declares, such as {@code NewsArticle}; null where it does not
   */
  static String of(Piece piece, Manuscript raw, String title, @Nullable String declared) {
    if (piece.getKind() != null) {
      return piece.getKind();
    }
    List<Line> lines = raw.lines();
    List<Sieve.Found> sifted = lines.stream().map(line -> SIEVE.sift(line.text())).toList();
    int head = Math.min(HEAD_LINES, lines.size());
    if (EDITORIAL.matcher(title).find()) {
      return "editorial";
    }
    if (count(lines, sifted, head, SHOW) > 0) {
      return "podcast_transcript";
    }
    if (lines.stream().limit(6).filter(line -> MAIL.matcher(line.text()).matches()).count() >= 2) {
      return "forum_or_mail";
    }
    long speakers =
        lines.stream()
            .filter(line -> line.text().length() < 4_000)
            .filter(line -> hasColon(line.text()) && SPEAKER.matcher(line.text()).matches())
            .count();
    boolean dialogue = speakers >= MIN_SPEAKERS && speakers >= SPEAKER_SHARE * lines.size();
    if (count(lines, sifted, head, TALK) > 0 && !dialogue) {
      return "podcast_transcript";
    }
    if (count(lines, sifted, lines.size(), INTERVIEW_NOTICE) > 0
        || INTERVIEW_TITLE.matcher(title).find()
        || dialogue) {
      return "interview";
    }
    if (declared != null) {
      return declared(declared);
    }
    if (hasLine(lines, sifted, PAPER) && hasLine(lines, sifted, REFERENCES)) {
      return "paper";
    }
    return piece.getIssue() != null
            || piece.getPublication() != null && count(lines, sifted, lines.size(), NEWS) >= 2
        ? "news"
        : "blog_post";
  }

  private static String declared(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (lower.contains("news")) {
      return "news";
    }
    if (lower.contains("scholarly")) {
      return "paper";
    }
    return lower.contains("discussion") || lower.contains("qapage") ? "forum_or_mail" : "blog_post";
  }

  private static boolean hasColon(String line) {
    for (int i = 0; i < line.length() && i < MAX_SPEAKER; i++) {
      if (line.charAt(i) == ':' || line.charAt(i) == '：') {
        return true;
      }
    }
    return false;
  }

  /** How many of the first lines have a pattern. */
  private static int count(List<Line> lines, List<Sieve.Found> sifted, int first, Pattern pattern) {
    int place = SIFTED.indexOf(pattern);
    int count = 0;
    for (int i = 0; i < first; i++) {
      boolean has = sifted.get(i).mayHave(place) && pattern.matcher(lines.get(i).text()).find();
      count += has ? 1 : 0;
    }
    return count;
  }

  /** Whether a pattern is all of a line. */
  private static boolean hasLine(List<Line> lines, List<Sieve.Found> sifted, Pattern pattern) {
    int place = SIFTED.indexOf(pattern);
    for (int i = 0; i < lines.size(); i++) {
      if (sifted.get(i).mayHave(place) && pattern.matcher(lines.get(i).text()).matches()) {
        return true;
      }
    }
    return false;
  }
}
