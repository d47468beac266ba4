package io.winnow.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts a digest together: title, editions, counts, highlights, contents, then the sections as they
 * are added. The parts above the sections are written last, when all anchors are known.
 */
final class DigestPage {
  private static final int MIN_FOR_HIGHLIGHTS = 4;
  private static final int MAX_HIGHLIGHTS = 3;
  private static final int MAX_NAMED = 5;
  private static final int MAX_RUNS = 3;
  private static final int MAX_LABEL = 60;

  private final Period period;
  private final Edition edition;
  private final Anchors anchors = new Anchors();
  private final MarkdownWriter head = new MarkdownWriter(anchors);
  private final MarkdownWriter highlights = new MarkdownWriter(anchors);
  private final MarkdownWriter contents = new MarkdownWriter(anchors);
  private final MarkdownWriter body = new MarkdownWriter(anchors);
  private final List<Inline> sections = new ArrayList<>();
  private final Map<Item, String> itemAnchors = new HashMap<>();
  private final Map<String, String> sectionAnchors = new HashMap<>();
  private final MarkdownWriter page = new MarkdownWriter(anchors);

  DigestPage(Period period, Edition edition) {
    this.period = period;
    this.edition = edition;
    head.heading(1, Inline.text(title(period, edition)));
    highlights.heading(2, Inline.text(edition.say("highlights", span())));
    contents.heading(2, Inline.text(edition.say("contents")));
  }

  /** What the period is called, with its days. */
  static String title(Period period, Edition edition) {
    LocalDate first = period.first();
    LocalDate last = period.last();
    return switch (period.kind()) {
      case WEEK ->
          edition.say(
              "title.week",
              period.name().substring(0, 4),
              period.name().substring(6),
              edition.day(first),
              edition.day(last));
      case MONTH ->
          edition.say("title.month", period.name().substring(0, 4), period.name().substring(5));
      case DAY -> edition.say("title.day", period.name().substring(0, 4), edition.day(first));
      case RUN -> edition.say("title.run", period.name().substring("run:".length()));
    };
  }

  void section(String path, String name, long articles) {
    String label = MarkdownEscaper.plain(name, MAX_LABEL);
    String anchor = body.heading(2, Inline.text(label));
    sectionAnchors.put(path, anchor);
    sections.add(Inline.text(edition.say("entry", label, articles)).toAnchor(anchor));
  }

  void item(Item item, ItemWriter writer) {
    itemAnchors.put(item, writer.write(item, body));
  }

  /** The other items of the section, a line each under a fold. */
  void rest(List<Item> items, boolean afterOthers, ItemWriter writer, int maxLines) {
    if (items.isEmpty()) {
      return;
    }
    body.openFold(Inline.text(edition.say(afterOthers ? "rest" : "rest.all", articles(items))));
    body.bullets(items.stream().limit(maxLines).map(writer::line).toList());
    if (items.size() > maxLines) {
      long omitted = articles(items.subList(maxLines, items.size()));
      body.paragraph(Inline.text(edition.say("rest.omitted", omitted)));
    }
    body.closeFold();
  }

  /** Writes what stands above the sections, and the legend below. */
  void finish(
      Collection<Entry> entries, List<Item> ranked, SectionLabels labels, ItemWriter writer) {
    head.paragraph(editions());
    if (entries.isEmpty()) {
      head.paragraph(Inline.text(edition.say("nothing", span())));
      page.append(head);
      return;
    }
    if (entries.stream().anyMatch(Entry::derivedTitle)) {
      body.paragraph(Inline.text(edition.say("derived")));
    }
    contents.bullets(sections);
    List<MarkdownWriter> parts = new ArrayList<>(List.of(contents, body));
    if (ranked.size() >= MIN_FOR_HIGHLIGHTS) {
      highlights.bullets(highlights(entries, ranked, labels, writer));
      parts.add(0, highlights);
    }
    ReadingLength seen =
        parts.stream().map(MarkdownWriter::unfolded).reduce(head.unfolded(), ReadingLength::plus);
    head.quote(List.of(counts(entries, seen)));
    page.append(head);
    parts.forEach(page::append);
  }

  ReadingLength length() {
    return page.unfolded();
  }

  String markdown() {
    return page.page();
  }

  private Inline editions() {
    List<Inline> editions = new ArrayList<>();
    for (Edition other : Edition.values()) {
      Inline name = Inline.text(other.say("language"));
      editions.add(other == edition ? name : name.toFile(period.fileName(other)));
    }
    Inline all = Inline.text(edition.say("all")).toFile(DigestIndex.FILE);
    return Inline.joined(" · ", List.of(Inline.joined(" | ", editions), all));
  }

  private Inline counts(Collection<Entry> entries, ReadingLength seen) {
    ReadingLength all =
        entries.stream().map(Entry::length).reduce(ReadingLength.NONE, ReadingLength::plus);
    int copies = entries.stream().mapToInt(Entry::copies).sum();
    Inline counts =
        Inline.text(
            edition.say(
                "counts",
                span(),
                entries.size(),
                copies,
                sections.size(),
                duration(all),
                duration(seen)));
    Inline why = Inline.text(edition.say("why"));
    List<String> runs =
        new ArrayList<>(new TreeSet<>(entries.stream().map(Entry::runId).toList()).descendingSet());
    if (runs.size() == 1) {
      return Inline.joined(" ", List.of(counts, why.toFile(report(runs.get(0)))));
    }
    List<Inline> parts = new ArrayList<>(List.of(counts, why));
    runs.stream().limit(MAX_RUNS).forEach(run -> parts.add(Inline.text(run).toFile(report(run))));
    return Inline.joined(" ", parts);
  }

  private static String report(String runId) {
    return "../run=" + runId + "/report.md";
  }

  private List<Inline> highlights(
      Collection<Entry> entries, List<Item> ranked, SectionLabels labels, ItemWriter writer) {
    List<Inline> lines = new ArrayList<>();
    ranked.stream()
        .filter(item -> item.sources() > 1)
        .limit(MAX_HIGHLIGHTS)
        .forEach(
            item ->
                lines.add(
                    highlight(
                        "highlight.story",
                        link(item, writer),
                        item.entries().size(),
                        item.sources())));
    ranked.stream()
        .max(
            Comparator.<Item>comparingLong(item -> item.length().seconds())
                .thenComparing(item -> item.lead().id()))
        .ifPresent(
            item ->
                lines.add(
                    highlight("highlight.long", link(item, writer), duration(item.length()))));
    Tally tags = Tally.of(entries.stream().flatMap(entry -> entry.tags().stream()));
    named("highlight.tags", tags, tag -> labels.tag(tag, edition), lines);
    Tally sources = Tally.of(entries.stream().map(DigestPage::sourceName).filter(Objects::nonNull));
    named("highlight.sites", sources, source -> source, lines);
    return lines;
  }

  /** The name of a source that has one which means something to readers. */
  private static @Nullable String sourceName(Entry entry) {
    return entry.selfUrl() && entry.site() != null ? entry.site() : entry.publication();
  }

  private Inline highlight(String key, Inline link, Object... arguments) {
    return label(key).then(edition.show(key + ".of", List.of(link), arguments));
  }

  private Inline label(String key) {
    return Inline.text(edition.say(key)).bold().then(Inline.words(edition.say("colon")));
  }

  private void named(String key, Tally tally, UnaryOperator<String> label, List<Inline> lines) {
    List<Tally.Count> top = tally.top(MAX_NAMED).stream().filter(c -> c.count() > 1).toList();
    if (top.size() > 1) {
      List<Inline> names =
          top.stream()
              .map(c -> Inline.text(edition.say("times", label.apply(c.name()), c.count())))
              .toList();
      lines.add(label(key).then(Inline.joined(edition.say("list"), names)));
    }
  }

  /** To the item on this page, else to its source, else to its section. */
  private Inline link(Item item, ItemWriter writer) {
    String anchor = itemAnchors.get(item);
    if (anchor == null && MarkdownEscaper.target(item.lead().url()) != null) {
      return writer.title(item.lead());
    }
    return Inline.text(item.lead().title())
        .toAnchor(anchor == null ? sectionAnchors.get(item.section()) : anchor);
  }

  private String duration(ReadingLength length) {
    long minutes = length.minutes();
    return minutes < 90
        ? edition.say("minutes", minutes)
        : edition.say("hours", Math.round(minutes / 60.0));
  }

  private String span() {
    return edition.say("span." + period.kind().name().toLowerCase(Locale.ROOT));
  }

  private static long articles(List<Item> items) {
    return items.stream().mapToLong(item -> item.entries().size()).sum();
  }
}
