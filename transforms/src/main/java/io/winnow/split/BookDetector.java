package io.winnow.split;

import io.winnow.schema.Piece;
import io.winnow.split.ContentsMatch.Match;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a book or magazine at the headings that its own contents page announces, whatever their
 * level.
 *
 * <p>What stands above the contents page is the cover, which names publication and issue. Between
 * contents and first chapter each heading opens a part of its own: an editorial when it is running
 * text, else an imprint or advert. A few lines after the last chapter that ask to follow or scan
 * are the back cover.
 */
final class BookDetector implements Detector {
  private static final int MIN_CHAPTERS = 2;

  /** Lines with text that an issue label stands among on the cover. */
  private static final int COVER_LINES = 20;

  /** Letters of text below a heading that make it a chapter and not the title of a part. */
  private static final int MIN_CHAPTER = 100;

  private static final double LISTED = 0.95;

  /** Median length of chapters from which their length alone makes them texts of their own. */
  private static final double LONG_CHAPTER = 1000;

  private static final double LONG_SECTION = 5000;

  /** Lines with text below a heading among which the byline stands. */
  private static final int BYLINE_LINES = 4;

  private static final Pattern NUMBERED =
      Pattern.compile(
          "^[*_\\s]{0,4}(?:[一二三四五六七八九十]{1,3}\\s?[、.．]|\\d{1,2}(?:\\.\\d{1,2}){0,3}[.、)]?\\s|[IVX]{1,5}\\.\\s)");

  /** Headings by which an article ends. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "^[*_\\s]{0,4}(?:references?|bibliography|(?:summary|conclusions?)\\b.{0,40}|further reading"
              + "|acknowledge?ments|参考(?:文献|资料|链接)?|(?:总结|小结|结语|结论|展望).{0,10}|延伸阅读|致谢)[*_\\s]{0,4}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BYLINE =
      Pattern.compile(
          "^[*_\\s]{0,4}(?:作者|译者|编译|演讲嘉宾|采访嘉宾|采访|整理|撰文|文[/|丨]|by |written by |author:)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "book";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    ContentsPage contents = lines.isProse() ? ContentsPage.find(lines) : null;
    if (contents == null) {
      return Optional.empty();
    }
    List<Heading> body =
        lines.headings().stream().filter(h -> h.line() > contents.heading()).toList();
    List<Match> matches = beforeBody(ContentsMatch.of(contents.entries(), body));
    int depth = chapterDepth(lines, matches);
    List<Match> chapters = matches.stream().filter(m -> m.entry().depth() == depth).toList();
    if (chapters.size() < MIN_CHAPTERS) {
      return Optional.empty();
    }
    Cover cover = Cover.read(lines, lines.first(), contents.heading() - 1);
    LayoutBuilder layout = new LayoutBuilder(lines);
    layout.notAnArticle(lines.first(), contents.heading() - 1, "cover");
    int listed = matches.get(matches.size() - 1).entry().line();
    layout.contents(contents.heading(), listed);
    frontMatter(lines, layout, cover, listed + 1, chapters.get(0).heading().line() - 1);
    int back = BackCover.start(lines);
    for (int i = 0; i < chapters.size(); i++) {
      Match chapter = chapters.get(i);
      int to = i + 1 < chapters.size() ? chapters.get(i + 1).heading().line() - 1 : back - 1;
      layout.article(
          chapter.heading().line(),
          to,
          List.of(new Cue("listed-in-contents", LISTED * chapter.similarity())),
          piece -> facts(chapter, cover, piece));
    }
    layout.notAnArticle(back, lines.last(), "back-cover");
    double chapterhood = chapterhood(lines, chapters, back - 1);
    long announced =
        contents.entries().stream()
            .filter(entry -> entry.depth() == depth && entry.line() <= listed)
            .count();
    double evidence =
        LISTED * chapters.stream().mapToDouble(Match::similarity).sum() / Math.max(1, announced);
    return Optional.of(
        layout.build(Score.of(layout.explained(), evidence * chapterhood, chapters.size())));
  }

  /** Matches whose entry stands above the first heading that any entry announces. */
  private static List<Match> beforeBody(List<Match> matches) {
    int body = matches.isEmpty() ? 0 : matches.get(0).heading().line();
    return matches.stream().filter(match -> match.entry().line() < body).toList();
  }

  /**
   * How surely the chapters are texts of their own and not sections of one article, 0 to 1: by
   * their length, or by bylines under their headings. Below one title, all of one level, they have
   * to be longer; numbered sections, an introduction above the contents, or below one title a
   * conclusion or references, are no sign of a book at any length.
   */
  private static double chapterhood(Lines lines, List<Match> chapters, int last) {
    List<Integer> lengths = new ArrayList<>();
    int bylines = 0;
    int numbered = 0;
    for (int i = 0; i < chapters.size(); i++) {
      numbered += NUMBERED.matcher(chapters.get(i).heading().text()).find() ? 1 : 0;
      int from = chapters.get(i).heading().line() + 1;
      int to = i + 1 < chapters.size() ? chapters.get(i + 1).heading().line() - 1 : last;
      lengths.add((int) Prose.length(lines, from, to));
      bylines += hasByline(lines, from, to) ? 1 : 0;
    }
    Collections.sort(lengths);
    int root = lines.headings().get(0).level();
    int level = chapters.get(0).heading().level();
    boolean oneRoot = level > root && chapters.stream().allMatch(m -> m.heading().level() == level);
    boolean sections =
        2 * numbered > chapters.size()
            || oneRoot
                && chapters.stream().anyMatch(m -> CLOSING.matcher(m.heading().text()).find())
            || Prose.isArticle(lines, lines.first(), chapters.get(0).entry().line() - 1);
    double length = lengths.get(lengths.size() / 2) / (oneRoot ? LONG_SECTION : LONG_CHAPTER);
    double ofLength = sections ? 0 : Math.min(1, length);
    return 1 - (1 - ofLength) * (1 - (double) bylines / chapters.size());
  }

  private static boolean hasByline(Lines lines, int from, int to) {
    int seen = 0;
    for (int n = from; n <= to && seen < BYLINE_LINES; n++) {
      if (!lines.isBlank(n)) {
        seen++;
        if (BYLINE.matcher(lines.line(n)).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The shallowest depth of the contents page whose headings mostly have a text of their own; above
   * it stand the titles of parts.
   */
  private static int chapterDepth(Lines lines, List<Match> matches) {
    Set<Integer> depths = new TreeSet<>();
    matches.forEach(match -> depths.add(match.entry().depth()));
    for (int depth : depths) {
      int headings = 0;
      int withText = 0;
      for (int i = 0; i < matches.size(); i++) {
        if (matches.get(i).entry().depth() == depth) {
          headings++;
          int from = matches.get(i).heading().line() + 1;
          int to = i + 1 < matches.size() ? matches.get(i + 1).heading().line() - 1 : lines.last();
          withText += Prose.letters(lines, from, to) >= MIN_CHAPTER ? 1 : 0;
        }
      }
      if (headings >= MIN_CHAPTERS && 2 * withText > headings) {
        return depth;
      }
    }
    return 0;
  }

  private static void frontMatter(
      Lines lines, LayoutBuilder layout, Cover cover, int from, int to) {
    List<Integer> starts = new ArrayList<>(List.of(from));
    lines.headings().stream()
        .map(Heading::line)
        .filter(line -> line > lines.nextNonBlank(from) && line <= to)
        .forEach(starts::add);
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) - 1 : to;
      if (Prose.isArticle(lines, start, end)) {
        Heading heading = lines.headingAt(lines.nextNonBlank(start));
        layout.article(
            start,
            end,
            List.of(Cue.certain("running-text")),
            piece -> {
              piece.setTitle(heading == null ? null : Markup.plain(heading.text()));
              piece.setKind("editorial");
              facts(cover, piece);
            });
      } else {
        layout.notAnArticle(start, end, "imprint-or-advert");
      }
    }
  }

  private static void facts(Match chapter, Cover cover, Piece.Builder piece) {
    String column = chapter.entry().column();
    piece.setTitle(Markup.plain(chapter.heading().text()));
    piece.setSourcePath(column == null ? List.of() : List.of(column));
    facts(cover, piece);
  }

  private static void facts(Cover cover, Piece.Builder piece) {
    piece.setMedia("markdown").setPublication(cover.publication()).setIssue(cover.issue());
  }

  /** What the cover tells. */
  private record Cover(@Nullable String publication, @Nullable String issue) {
    static Cover read(Lines lines, int from, int to) {
      String publication = null;
      String issue = null;
      int seen = 0;
      for (int n = from; n <= to && seen < COVER_LINES; n++) {
        if (lines.isBlank(n)) {
          continue;
        }
        seen++;
        Heading heading = lines.headingAt(n);
        String text = Markup.plain(heading == null ? lines.line(n) : heading.text());
        IssueLabel.Parsed parsed = IssueLabel.parse(text);
        issue = issue == null ? parsed.issue() : issue;
        if (publication == null && heading != null) {
          publication = parsed.publication();
        }
      }
      return new Cover(publication, issue);
    }
  }
}
