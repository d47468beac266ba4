package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds, tidies and, where a text has none, derives its title. */
final class Titles {
  private static final int MAX_CHARS = 300;
  private static final int MAX_TITLE_LINE = 90;
  private static final Pattern DATE_PREFIX =
      Pattern.compile(
          "(?:(?:19|20)\\d{6}|(?:19|20)\\d\\d[-./]\\d{1,2}[-./]\\d{1,2})[\\s:_\\-–—|·]+(?=\\S)");
  private static final Pattern HASHES = Pattern.compile("#{1,6}\\s+");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:摘要|导读|导语|编者按|引言|前言|简介|tl;?dr|abstract|summary)\\s*[:：]\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "https?://|^(?:hi|hello|hey|welcome)\\b|大家好|^(?:好|好的|ok|okay)[,，。]|点赞|订阅|subscribe",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCES =
      Pattern.compile("[。！；]\\s?\\S|[\\p{Ll}\\d)][.!?;] +\\p{Lu}.{12}|[?？]\\s?\\S.{12}");
  private static final Pattern SECTION =
      Pattern.compile(
          "(?:[一二三四五六七八九十]{1,3}|\\d{1,2})\\s?[.、．)].*|(?:introduction|background|overview|preface|abstract|table of contents|contents|前言|引言|引子|序言?|概述|背景|简介|摘要|目录|题记)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SITE_NAME =
      Pattern.compile(
          "(?:[\\w'’.&-]+ ){0,4}(?:blog|weekly|journal|magazine|news|times|podcast|show|daily|newsletter)|[\\p{IsHan}\\w]{1,10}(?:日报|周刊|周报|博客|专栏|频道|电台)",
          Pattern.CASE_INSENSITIVE);
  private static final int MIN_SENTENCE = 8;
  private static final int MAX_SENTENCE = 80;
  private static final int MAX_LATIN_SENTENCE = 140;
  private static final int LEADING_SENTENCES = 12;

  /** What may be more than the character that it is. */
  private static final String MARKUP = "`\\![]<>*_~=$&#";

  private static final String MARKS = "，。、；：？！“”‘’（）《》…—–";

  private Titles() {}

  /** A printed title without heading marks, Markdown and date prefix; its part mark stays. */
  static String tidy(String raw) {
    String title = HASHES.matcher(raw.strip()).replaceFirst("");
    title = UnicodeRepair.repair(InlineMarkdown.words(title.replaceAll("\\s+", " "))).strip();
    if (DATE_PREFIX.matcher(title).lookingAt()) {
      title = DATE_PREFIX.matcher(title).replaceFirst("");
    }
    return Scripts.head(title, MAX_CHARS).strip();
  }

  /** What {@link #isTitle} compares: the title without marks and spaces. */
  static String key(String title) {
    return Folding.key(tidy(title));
  }

  /**
   * Whether a line prints the title, give or take marks and spaces.
   *
   * @param wanted the {@link #key} of the title
   */
  static boolean isTitle(Line line, String wanted) {
    String words = line.words();
    return !wanted.isEmpty() && !isLonger(words, wanted.length()) && key(words).equals(wanted);
  }

  /**
   * Whether a line without any markup has more letters than so many in the part of it that {@link
   * #tidy} keeps; of a key each is one.
   */
  private static boolean isLonger(String line, int length) {
    int letters = 0;
    for (int i = 0; i < line.length() && i < MAX_CHARS / 2; i++) {
      char c = line.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x4E00 && c <= 0x9FEF) {
        letters++;
      } else if (c >= 0x300 && MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return letters > length
        && !line.contains("://")
        && line.chars().noneMatch(c -> MARKUP.indexOf(c) >= 0);
  }

  /**
   * Whether a line before the text is its title: short, no sentence, no greeting, no heading of a
   * first section, and followed by something that is more than a line.
   */
  static boolean looksLikeTitle(Line line, @Nullable Line next) {
    String text = line.text();
    return line.is(Line.Form.PROSE)
        && next != null
        && (next.text().length() > text.length() || Columns.endsSentence(next.text()))
        && Columns.of(text) <= MAX_TITLE_LINE
        && Scripts.length(text) >= 2
        && ".。…:：,，;；、".indexOf(text.charAt(text.length() - 1)) < 0
        && !SENTENCES.matcher(text).find()
        && !SECTION.matcher(text).matches()
        && !NO_TITLE.matcher(text).find();
  }

  /** Whether a line is the name of a blog, magazine or show and nothing else. */
  static boolean namesASite(Line line) {
    return line.is(Line.Form.PROSE) && SITE_NAME.matcher(line.text()).matches();
  }

  /**
   * A title for a text without one: its first sentence that can stand alone, else the slug of its
   * URL, else how it begins. A verbatim part of the text but for the slug.
   */
  static String derived(String text, @Nullable String url) {
    List<Sentence> sentences = Sentences.of(text);
    return sentences.stream()
        .limit(LEADING_SENTENCES)
        .map(sentence -> stripped(sentence.text()))
        .filter(Titles::standsAlone)
        .findFirst()
        .or(() -> Optional.ofNullable(url).flatMap(Titles::slug))
        .orElseGet(() -> beginning(sentences.isEmpty() ? text : stripped(sentences.get(0).text())));
  }

  private static String stripped(String sentence) {
    String title = sentence.strip();
    if (LABEL.matcher(title).lookingAt()) {
      title = LABEL.matcher(title).replaceFirst("");
    }
    return title.endsWith("。") || title.endsWith(".") && !title.endsWith("..")
        ? title.substring(0, title.length() - 1)
        : title;
  }

  private static boolean standsAlone(String sentence) {
    int length = Scripts.length(sentence);
    int max = Scripts.cjkShare(sentence) > 0.3 ? MAX_SENTENCE : MAX_LATIN_SENTENCE;
    return length >= MIN_SENTENCE
        && length <= max
        && (Scripts.cjkShare(sentence) > 0.3 || sentence.indexOf(' ') > 0)
        && "?？:：,，".indexOf(sentence.charAt(sentence.length() - 1)) < 0
        && sentence.indexOf('\n') < 0
        && !NO_TITLE.matcher(sentence).find();
  }

  private static Optional<String> slug(String url) {
    String path = URI.create(url).getPath();
    if (path == null) {
      return Optional.empty();
    }
    String last = path.replaceAll("/+$", "");
    last = last.substring(last.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]{2,5}$", "");
    String words = last.replaceAll("[-_+]+", " ").strip();
    return words.split(" ").length >= 3 || Scripts.cjkShare(words) > 0.5 && words.length() >= 4
        ? Optional.of(words)
        : Optional.empty();
  }

  private static String beginning(String text) {
    String line = text.strip().lines().findFirst().orElse("").strip();
    String head = Scripts.head(line, MAX_SENTENCE);
    int space = head.lastIndexOf(' ');
    return head.length() < line.length() && space > head.length() / 2
        ? head.substring(0, space)
        : head;
  }
}
