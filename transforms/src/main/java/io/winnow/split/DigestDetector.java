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
    if (!lines.isProse() || lines.headings().isEmpty()) {
      return Optional.empty();
    }
    Masthead masthead = Masthead.of(lines);
    Layout best = null;
    for (int level = 2; level <= 6; level++) {
      Layout layout = new Walk(lines, masthead, level).layout();
      if (layout != null && (best == null || layout.score() > best.score())) {
        best = layout;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * What stands above the first section.
   *
   * @param start first line of it
   * @param listed lines of the headings that the contents announce
   */
  private record Masthead(
      int start, @Nullable ContentsPage contents, Set<Integer> listed, IssueLabel.Parsed issue) {
    static Masthead of(Lines lines) {
      List<Heading> all = lines.headings();
      ContentsPage contents = ContentsPage.find(lines);
      int start = contents == null ? firstSection(all) : contents.last() + 1;
      Set<Integer> listed = new HashSet<>();
      if (contents != null) {
        List<Heading> body = all.stream().filter(h -> h.line() >= start).toList();
        ContentsMatch.of(contents.entries(), body).forEach(m -> listed.add(m.heading().line()));
      }
      IssueLabel.Parsed issue =
          all.get(0).line() < start
              ? IssueLabel.parse(Markup.plain(all.get(0).text()))
              : new IssueLabel.Parsed(null, null);
      return new Masthead(start, contents, listed, issue);
    }

    void into(LayoutBuilder layout, Lines lines) {
      layout.notAnArticle(
          lines.first(), (contents == null ? start : contents.heading()) - 1, "front-matter");
      if (contents != null) {
        layout.contents(contents.heading(), contents.last());
      }
    }
  }

  /** One pass over the headings, with those of one level as items. */
  private static final class Walk {
    private final Lines lines;
    private final Masthead masthead;
    private final int level;
    private final LayoutBuilder layout;
    private final Deque<Heading> path = new ArrayDeque<>();
    private final List<Double> evidence = new ArrayList<>();
    private int linked;
    private int releases;
    private int sections;
    private int emptySections;

    Walk(Lines lines, Masthead masthead, int level) {
      this.lines = lines;
      this.masthead = masthead;
      this.level = level;
      this.layout = new LayoutBuilder(lines);
    }

    /** The layout; null where the headings of this level are no items. */
    @Nullable Layout layout() {
      masthead.into(layout, lines);
      List<Heading> headings =
          lines.headings().stream()
              .filter(h -> h.line() >= masthead.start() && h.level() <= level)
              .toList();
      for (int i = 0; i < headings.size(); i++) {
        Heading heading = headings.get(i);
        int to = i + 1 < headings.size() ? headings.get(i + 1).line() - 1 : lines.last();
        while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
          path.removeLast();
        }
        if (heading.level() == level) {
          addItem(heading, to);
        } else {
          addSection(heading, to);
          path.addLast(heading);
        }
      }
      if (evidence.size() < MIN_ITEMS
          || 2 * linked < evidence.size()
          || 2 * releases > evidence.size()) {
        return null;
      }
      double ofSections = sections == 0 ? 0 : EMPTY_SECTIONS * emptySections / sections;
      double strength =
          evidence.stream().mapToDouble(e -> 1 - (1 - e) * (1 - ofSections)).average().orElse(0);
      return layout.build(Score.of(layout.explained(), strength, evidence.size()));
    }

    private void addItem(Heading heading, int to) {
      releases += ReleaseTitle.is(heading.text()) ? 1 : 0;
      Source source = source(lines, heading.line(), to);
      List<Cue> cues = new ArrayList<>();
      if (source != null) {
        linked++;
        cues.add(new Cue("source-link", LINK));
      }
      if (masthead.listed().contains(heading.line())) {
        cues.add(new Cue("listed-in-contents", LISTED));
      }
      evidence.add(Score.evidence(cues));
      List<String> under = under();
      layout.article(
          heading.line(),
          to,
          cues,
          piece -> facts(heading, source, under, masthead.issue(), piece));
    }

    private void addSection(Heading heading, int to) {
      int letters = Prose.letters(lines, heading.line() + 1, to);
      sections++;
      emptySections += letters == 0 ? 1 : 0;
      if (letters < MIN_ARTICLE) {
        layout.frame(heading.line(), to);
      } else {
        List<String> under = under();
        layout.article(
            heading.line(),
            to,
            List.of(Cue.certain("section-text")),
            piece -> facts(heading, null, under, masthead.issue(), piece));
      }
    }

    private List<String> under() {
      return path.stream().map(heading -> Markup.plain(heading.text())).toList();
    }
  }

  private static int firstSection(List<Heading> all) {
    Heading first = all.get(0);
    boolean title = all.size() > 1 && all.get(1).level() > first.level();
    return title ? all.get(1).line() : first.line();
  }

  private static @Nullable Source source(Lines lines, int heading, int to) {
    int seen = 0;
    for (int n = heading + 1; n <= to && seen < HEAD_LINES; n++) {
      if (!lines.isBlank(n)) {
        seen++;
        String line = lines.line(n);
        Markup.Link link = Markup.linkLine(line);
        Matcher post = QUOTED_POST.matcher(line);
        if (link != null && !link.listed()) {
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

  private static void facts(
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
}
