package io.winnow.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final double MAX_SHARE_OF_CONTENTS = 0.15;

  private final Period period;
  private final Edition edition;
  private final SectionLabels labels;
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

  /** Whether the section that was begun last has an item in full. */
  private boolean inFull;

  DigestPage(Period period, Edition edition, SectionLabels labels, ItemWriter writer) {
    this.period = period;
    this.edition = edition;
    this.labels = labels;
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

  /**
   * Begins a section.
   *
   * @param articles in it
   */
  void section(String path, long articles) {
    String name =
        path.equals(UNDATED) ? edition.say("section.undated") : labels.section(path, edition);
    String label = MarkdownEscaper.plain(name, MAX_LABEL);
    String anchor = body.heading(2, Inline.text(label));
    sectionAnchors.put(path, anchor);
    inFull = false;
    sections.add(Inline.text(edition.say("entry", label, articles)).toAnchor(anchor));
  }

  void item(Item item) {
    itemAnchors.put(item, writer.write(item, body));
    inFull = true;
  }

  /**
   * The other items of the section, a line each: under a fold, but for few that stand alone.
   *
   * @param first the best of them, as many as have a line
   * @param items how many there are
   * @param articles in all of them
   * @param unfolded so many need no fold
   * @param told how many of them say more than their title
   */
  void rest(List<Item> first, int items, long articles, int unfolded, int told) {
    List<Inline> lines = new ArrayList<>();
    for (Item item : first) {
      lines.add(lines.size() < told ? writer.toldLine(item) : writer.line(item));
    }
    if (items <= unfolded) {
      body.bullets(lines);
      return;
    }
    MarkdownWriter fold = body.inside();
    fold.bullets(lines);
    if (items > first.size()) {
      fold.paragraph(Inline.text(edition.say("rest.omitted", articles - articles(first))));
    }
    String key = !inFull ? "rest.all" : articles == items ? "rest" : "rest.items";
    body.fold(Inline.text(edition.say(key, articles, items)), fold);
  }

  /** Writes all there is to say of a period without articles. */
  void finishEmpty() {
    head.paragraph(editions());
    head.paragraph(Inline.text(edition.say("nothing", span())));
    page.append(head);
  }

  /**
   * Writes what stands above and below the sections.
   *
   * @param shown the items in full, the best first
   */
  void finish(EditionFacts facts, List<Item> shown, @Nullable Before before) {
    head.paragraph(editions());
    List<MarkdownWriter> parts = new ArrayList<>(List.of(contents, body));
    contents();
    if (facts.ranked().size() >= MIN_FOR_HIGHLIGHTS) {
      highlight(facts, shown);
      topics(facts.topics());
      parts.add(0, highlights);
    }
    ReadingLength seen =
        parts.stream().map(MarkdownWriter::unfolded).reduce(head.unfolded(), ReadingLength::plus);
    Coverage coverage = facts.coverage();
    List<Inline> about = new ArrayList<>(List.of(counts(coverage, seen, before)));
    dates(coverage).ifPresent(about::add);
    if (coverage.derived()) {
      about.add(Inline.text(edition.say("derived")));
    }
    head.quote(about);
    page.append(head);
    parts.forEach(page::append);
  }

  private void highlight(EditionFacts facts, List<Item> shown) {
    Highlights about = facts.highlights();
    List<Inline> first = about.first(shown, this::link, writer::gist);
    highlights.bullets(first);
    if (!first.isEmpty()) {
      highlights.paragraph(Inline.text(edition.say("highlights.also")));
    }
    highlights.bullets(about.facts(facts.longest(), shown, this::link));
  }

  private void topics(List<TopicIndex.Topic> topics) {
    MarkdownWriter fold = contents.inside();
    for (TopicIndex.Topic topic : topics) {
      List<Inline> lines = new ArrayList<>(topic.items().stream().map(this::linkOrPlace).toList());
      if (topic.more() > 0) {
        lines.add(Inline.text(edition.say("story.rest", topic.more())));
      }
      MarkdownWriter inside = fold.inside();
      inside.bullets(lines);
      fold.fold(topic.name(), inside);
    }
    contents.fold(Inline.text(edition.say("topics.fold")), fold);
  }

  /** All of them in sight, unless they would be a good part of the page. */
  private void contents() {
    ReadingLength all =
        sections.stream()
            .map(section -> ReadingLength.of(section.plain()))
            .reduce(ReadingLength.NONE, ReadingLength::plus);
    if (all.shareOf(Digest.MAX_CHARACTERS, Digest.MAX_WORDS) <= MAX_SHARE_OF_CONTENTS) {
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

  private Inline counts(Coverage coverage, ReadingLength seen, @Nullable Before before) {
    String than = before == null ? "" : edition.say("than." + kind(), before.topics().articles());
    Inline counts =
        Inline.text(
            edition.say(
                "counts",
                span(),
                coverage.entries().size(),
                coverage.copies(),
                sectionAnchors.size(),
                edition.duration(coverage.length()),
                edition.duration(seen),
                than));
    Inline why = Inline.text(edition.say("why"));
    List<String> runs = coverage.runs();
    if (runs.size() == 1) {
      return Inline.joined(" ", List.of(counts, why.toFile(report(runs.get(0)))));
    }
    List<Inline> parts = new ArrayList<>(List.of(counts, why));
    runs.stream().limit(MAX_RUNS).forEach(run -> parts.add(Inline.text(run).toFile(report(run))));
    return Inline.joined(" ", parts);
  }

  /** Of what days the articles are: a period collects what is older, too. */
  private Optional<Inline> dates(Coverage coverage) {
    List<LocalDate> days = coverage.days();
    if (days.isEmpty() || period.by() == Period.By.PUBLISHED) {
      return Optional.empty();
    }
    return Optional.of(
        Inline.text(
            edition.say(
                "dates",
                days.size(),
                days.get(0).toString(),
                days.get(days.size() - 1).toString(),
                coverage.entries().size() - days.size())));
  }

  private static String report(String runId) {
    return "../run=" + runId + "/report.md";
  }

  private Inline link(Item item) {
    return link(item, Inline.text(item.name()));
  }

  /** The item with a link that leads to it, or the section under which it lies. */
  private Inline linkOrPlace(Item item) {
    boolean leads = itemAnchors.containsKey(item) || item.lead().address() != null;
    Inline line = leads ? link(item) : Inline.text(item.name());
    String section =
        item.section().equals(UNDATED)
            ? edition.say("section.undated")
            : labels.section(item.section(), edition);
    return Inline.joined(" · ", List.of(line, Inline.text(section, MAX_LABEL)));
  }

  /** To the item on this page, else to its source, else to its section. */
  private Inline link(Item item, Inline name) {
    String anchor = itemAnchors.get(item);
    if (anchor == null && !item.isStory() && item.lead().address() != null) {
      return name.linked(item.lead().address());
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
