package io.winnow.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts a digest together: title, editions, counts, highlights, contents, then the sections as they
 * are added, and an index of topics. The parts above the sections are written last, when all
 * anchors are known.
 */
final class DigestPage {
  /** The section of articles without a date, where the date decides; no path of a taxonomy. */
  static final String UNDATED = "?undated";

  private static final int MIN_FOR_HIGHLIGHTS = 4;
  private static final int MAX_RUNS = 3;
  private static final int MAX_LABEL = 60;
  private static final int MAX_SHORT = 32;
  private static final int MAX_CONTENTS = 30;

  private final Period period;
  private final Edition edition;
  private final SectionLabels labels;
  private final MetaLine meta;
  private final ItemWriter writer;
  private final Anchors anchors = new Anchors();
  private final MarkdownWriter head = new MarkdownWriter(anchors);
  private final MarkdownWriter highlights = new MarkdownWriter(anchors);
  private final MarkdownWriter contents = new MarkdownWriter(anchors);
  private final MarkdownWriter body = new MarkdownWriter(anchors);
  private final List<Inline> sections = new ArrayList<>();
  private final Map<Item, String> itemAnchors = new HashMap<>();
  private final Map<String, String> sectionAnchors = new HashMap<>();
  private final MarkdownWriter page = new MarkdownWriter(anchors);

  DigestPage(
      Period period, Edition edition, SectionLabels labels, MetaLine meta, ItemWriter writer) {
    this.period = period;
    this.edition = edition;
    this.labels = labels;
    this.meta = meta;
    this.writer = writer;
    head.heading(1, Inline.text(title(period, edition)));
    highlights.heading(2, Inline.text(edition.say("highlights", span())));
    contents.heading(2, Inline.text(edition.say("contents")));
  }

  /** What the period is called, with its days. */
  static String title(Period period, Edition edition) {
    LocalDate first = period.first();
    LocalDate last = period.last();
    String title =
        switch (period.kind()) {
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
    return period.by() == Period.By.PUBLISHED ? edition.say("title.published", title) : title;
  }

  void section(String path, List<Item> items) {
    String name =
        path.equals(UNDATED) ? edition.say("section.undated") : labels.section(path, edition);
    String label = MarkdownEscaper.plain(name, MAX_LABEL);
    String anchor = body.heading(2, Inline.text(label));
    sectionAnchors.put(path, anchor);
    sections.add(Inline.text(edition.say("entry", label, articles(items))).toAnchor(anchor));
  }

  void item(Item item) {
    itemAnchors.put(item, writer.write(item, body));
  }

  /** The other items of the section, a line each under a fold. */
  void rest(List<Item> items, boolean afterOthers, int maxLines) {
    MarkdownWriter fold = body.inside();
    fold.bullets(items.stream().limit(maxLines).map(meta::line).toList());
    if (items.size() > maxLines) {
      long omitted = articles(items.subList(maxLines, items.size()));
      fold.paragraph(Inline.text(edition.say("rest.omitted", omitted)));
    }
    body.fold(Inline.text(edition.say(afterOthers ? "rest" : "rest.all", articles(items))), fold);
  }

  /** Writes what stands above and below the sections. */
  void finish(Collection<Entry> entries, List<Item> ranked, @Nullable Before before) {
    head.paragraph(editions());
    if (entries.isEmpty()) {
      head.paragraph(Inline.text(edition.say("nothing", span())));
      page.append(head);
      return;
    }
    List<MarkdownWriter> parts = new ArrayList<>(List.of(contents, body));
    if (ranked.size() >= MIN_FOR_HIGHLIGHTS) {
      highlight(new Highlights(edition, labels, entries), ranked, before);
      topics(ranked);
      parts.add(0, highlights);
    }
    if (entries.stream().anyMatch(Entry::derivedTitle)) {
      body.paragraph(Inline.text(edition.say("derived")));
    }
    contents();
    ReadingLength seen =
        parts.stream().map(MarkdownWriter::unfolded).reduce(head.unfolded(), ReadingLength::plus);
    head.quote(List.of(counts(entries, seen, before)));
    page.append(head);
    parts.forEach(page::append);
  }

  private void highlight(Highlights about, List<Item> ranked, @Nullable Before before) {
    List<Item> shown = ranked.stream().filter(itemAnchors::containsKey).toList();
    List<Inline> first = about.first(shown, this::link, writer::claim);
    highlights.bullets(first);
    if (!first.isEmpty()) {
      highlights.paragraph(Inline.text(edition.say("highlights.also")));
    }
    highlights.bullets(about.facts(ranked, this::link, before));
  }

  private void topics(List<Item> ranked) {
    List<Inline> lines = new TopicIndex(edition, labels).lines(ranked, this::shortLink);
    if (!lines.isEmpty()) {
      String anchor = body.heading(2, Inline.text(edition.say("topics")));
      sections.add(Inline.text(edition.say("topics")).toAnchor(anchor));
      MarkdownWriter fold = body.inside();
      fold.bullets(lines);
      body.fold(Inline.text(edition.say("topics.fold", lines.size())), fold);
    }
  }

  /** All of them in sight, unless there are too many to be of use. */
  private void contents() {
    if (sections.size() <= MAX_CONTENTS) {
      contents.bullets(sections);
      return;
    }
    MarkdownWriter fold = contents.inside();
    fold.bullets(sections);
    contents.fold(Inline.text(edition.say("contents.fold", sections.size())), fold);
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

  private Inline counts(Collection<Entry> entries, ReadingLength seen, @Nullable Before before) {
    ReadingLength all =
        entries.stream().map(Entry::length).reduce(ReadingLength.NONE, ReadingLength::plus);
    int copies = entries.stream().mapToInt(Entry::copies).sum();
    String than = before == null ? "" : edition.say("than." + kind(), before.topics().articles());
    Inline counts =
        Inline.text(
            edition.say(
                "counts",
                span(),
                entries.size(),
                copies,
                sectionAnchors.size(),
                edition.duration(all),
                edition.duration(seen),
                than));
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

  private Inline link(Item item) {
    return link(item, Inline.text(item.name()));
  }

  private Inline shortLink(Item item) {
    return link(item, Inline.text(item.name(), MAX_SHORT));
  }

  /** To the item on this page, else to its source, else to its section. */
  private Inline link(Item item, Inline name) {
    String anchor = itemAnchors.get(item);
    if (anchor == null && !item.isStory() && item.lead().hasAddress()) {
      return name.linked(item.lead().url());
    }
    return name.toAnchor(anchor == null ? sectionAnchors.get(item.section()) : anchor);
  }

  private String span() {
    return edition.say("span." + kind());
  }

  private String kind() {
    return period.kind().name().toLowerCase(Locale.ROOT);
  }

  private static long articles(List<Item> items) {
    return items.stream().mapToLong(item -> item.entries().size()).sum();
  }
}
