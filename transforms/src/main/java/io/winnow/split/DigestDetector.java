package io.winnow.split;

import io.winnow.schema.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a digest at the headings of its items: all of one level, each followed by a link to what it
 * is about, under section headings that have no text of their own.
 *
 * <p>Section headings are frame and become the {@code source_path}; what stands above the contents
 * is front matter. A section with a text of its own and no items is an article.
 */
final class DigestDetector implements Detector {
  private static final int MIN_ITEMS = 3;

  /** Lines with text below a heading among which the link to its source stands. */
  private static final int HEAD_LINES = 2;

  /** Letters of a section's own text from which it is an article, not an introduction. */
  private static final int MIN_ARTICLE = 200;

  private static final double LINK = 0.9;
  private static final double LISTED = 0.9;
  private static final double EMPTY_SECTIONS = 0.5;

  /** Someone, and a link whose text is a day: how posts are quoted. */
  private static final Pattern QUOTED_POST =
      Pattern.compile(
          "^\\S.{0,200}\\[\\d{4}-\\d{2}-\\d{2}\\]\\((https?://[^()\\s]{1,2000})\\)\\s{0,8}$");

  private static final Pattern WIKI_LINK =
      Pattern.compile("^\\[\\[[^\\[\\]]{1,300}\\]\\]\\s{0,8}$");

  /** An item's own line about its source: a URL where it gives one. */
  private record Source(@Nullable String url) {}

  @Override
  public String name() {
    return "digest";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (!lines.isProse()) {
      return Optional.empty();
    }
    Layout best = null;
    for (int level = 2; level <= 6; level++) {
      Layout layout = layout(lines, level);
      if (layout != null && (best == null || layout.score() > best.score())) {
        best = layout;
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Layout layout(Lines lines, int level) {
    List<Heading> all = lines.headings();
    long items = all.stream().filter(heading -> heading.level() == level).count();
    if (items < MIN_ITEMS) {
      return null;
    }
    ContentsPage contents = ContentsPage.find(lines);
    Set<Integer> listed = new HashSet<>();
    if (contents != null) {
      List<Heading> body = all.stream().filter(h -> h.line() > contents.last()).toList();
      ContentsMatch.of(contents.entries(), body).forEach(m -> listed.add(m.heading().line()));
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    int start = contents == null ? firstSection(all) : contents.heading();
    layout.notAnArticle(lines.first(), start - 1, "front-matter");
    if (contents != null) {
      layout.contents(contents.heading(), contents.last());
      start = contents.last() + 1;
    }
    IssueLabel.Parsed issue =
        all.isEmpty() || all.get(0).line() >= start
            ? new IssueLabel.Parsed(null, null)
            : IssueLabel.parse(Markup.plain(all.get(0).text()));
    Deque<Heading> path = new ArrayDeque<>();
    List<List<Cue>> evidence = new ArrayList<>();
    int sections = 0;
    int empty = 0;
    int linked = 0;
    for (int i = 0; i < all.size(); i++) {
      Heading heading = all.get(i);
      if (heading.line() < start || heading.level() > level) {
        continue;
      }
      while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
        path.removeLast();
      }
      List<String> under = path.stream().map(h -> Markup.plain(h.text())).toList();
      int to = end(lines, all, i, level);
      if (heading.level() == level) {
        Source source = source(lines, heading.line(), to);
        List<Cue> cues = new ArrayList<>();
        if (source != null) {
          linked++;
          cues.add(new Cue("source-link", LINK));
        }
        if (listed.contains(heading.line())) {
          cues.add(new Cue("listed-in-contents", LISTED));
        }
        evidence.add(cues);
        layout.article(
            heading.line(), to, cues, piece -> item(heading, source, under, issue, piece));
      } else {
        path.addLast(heading);
        sections++;
        int letters = letters(lines, heading.line() + 1, to);
        empty += letters == 0 ? 1 : 0;
        if (letters < MIN_ARTICLE) {
          layout.frame(heading.line(), to);
        } else {
          layout.article(
              heading.line(),
              to,
              List.of(Cue.certain("section-text")),
              piece -> item(heading, null, under, issue, piece));
        }
      }
    }
    if (2 * linked < items) {
      return null;
    }
    double ofSections = sections == 0 ? 0 : EMPTY_SECTIONS * empty / sections;
    double strength =
        evidence.stream()
            .mapToDouble(cues -> 1 - (1 - Score.evidence(cues)) * (1 - ofSections))
            .average()
            .orElse(0);
    return layout.build(Score.of(layout.explained(), strength, evidence.size()));
  }

  private static int firstSection(List<Heading> all) {
    Heading first = all.get(0);
    boolean title = all.size() > 1 && all.get(1).level() > first.level();
    return title ? all.get(1).line() : first.line();
  }

  private static int end(Lines lines, List<Heading> all, int i, int level) {
    for (int next = i + 1; next < all.size(); next++) {
      if (all.get(next).level() <= level) {
        return all.get(next).line() - 1;
      }
    }
    return lines.last();
  }

  private static @Nullable Source source(Lines lines, int heading, int to) {
    int seen = 0;
    for (int n = heading + 1; n <= to && seen < HEAD_LINES; n++) {
      if (!lines.isBlank(n)) {
        seen++;
        String line = lines.line(n);
        Markup.Link link = Markup.linkLine(line);
        Matcher post = QUOTED_POST.matcher(line);
        if (link != null) {
          return new Source(link.url());
        }
        if (post.find()) {
          return new Source(post.group(1));
        }
        if (WIKI_LINK.matcher(line).find()) {
          return new Source(null);
        }
      }
    }
    return null;
  }

  private static void item(
      Heading heading,
      @Nullable Source source,
      List<String> under,
      IssueLabel.Parsed issue,
      Piece.Builder piece) {
    piece
        .setMedia("markdown")
        .setTitle(Markup.plain(heading.text()))
        .setSourcePath(under)
        .setPublication(issue.publication())
        .setIssue(issue.issue())
        .setKind("digest_item");
    if (source != null && source.url() != null) {
      piece.setUrl(source.url()).setUrlRole("subject");
    }
  }

  private static int letters(Lines lines, int from, int to) {
    int letters = 0;
    for (int n = from; n <= to; n++) {
      letters += lines.line(n).strip().length();
    }
    return letters;
  }
}
