package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.dedupe.MeasuredRecall;
import io.winnow.page.MarkdownWriter.Image;
import io.winnow.page.RunFacts.Flow;
import io.winnow.page.RunFacts.Timings.Stage;
import io.winnow.tag.unknown.UnknownTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of a run's report: a table a question, none where there is nothing to say. */
final class ReportPage {
  private static final int MAX_NAMES = 12;
  private static final int MAX_TITLE = 40;
  private static final int MAX_LABEL = 80;
  private static final int SHORT_ID = 10;
  private static final int MAX_MISSED = 20;

  private final RunFacts facts;
  private final List<String> refusals;
  private final MarkdownWriter page = new MarkdownWriter(new Anchors());

  ReportPage(RunFacts facts, List<String> refusals) {
    this.facts = facts;
    this.refusals = List.copyOf(refusals);
  }

  String render(List<Image> charts) {
    String state = refusals.isEmpty() ? "published" : "refused";
    page.heading(1, Inline.text("Run " + facts.run().id() + " · " + state));
    refusals();
    verdict();
    page.images(charts);
    sources();
    stories();
    dropped();
    learned();
    pairs();
    recall();
    samples();
    unknownTerms();
    return page.page();
  }

  private void refusals() {
    if (!refusals.isEmpty()) {
      page.paragraph(
          Inline.text("Quality gates refused this run, so nothing of it was published:").bold());
      page.bullets(refusals.stream().map(Inline::text).toList());
    }
  }

  private void verdict() {
    Flow flow = facts.flow();
    Table table = new Table(Column.text("what"), Column.text("how much"));
    table.row("input", input());
    table.row("split", count(flow.split()) + " pieces" + names(" by detector: ", facts.pieces()));
    table.row("rejects", count(flow.rejects()) + names(": ", facts.rejects()));
    table.row("duplicates", count(flow.duplicates()) + names(": ", facts.duplicates()));
    table.row(Inline.text(refusals.isEmpty() ? "published" : "articles").bold(), published());
    table.row("lines", lines());
    if (facts.masked() != null) {
      table.row("personal data masked", masked(facts.masked()));
    }
    if (facts.byModel() != null) {
      table.row("summaries by a model", byModel(facts.byModel()));
    }
    table.row("languages", names("", facts.languages()));
    if (facts.sectionsByModel() != null) {
      table.row("sections by model", sectionsByModel(facts.sectionsByModel()));
    }
    table.row("against the last run", before());
    if (!facts.timings().wall().isEmpty()) {
      table.row("seconds by the clock", stages(facts.timings().wall()));
    }
    if (!facts.timings().busy().isEmpty()) {
      table.row("busy thread-seconds", stages(facts.timings().busy()));
    }
    table.write();
  }

  private String input() {
    var input = facts.input();
    return count(input.files(), "file", "files")
        + ", "
        + Figures.bytes(input.bytes())
        + names(", ", facts.charsets())
        + "; "
        + count(input.unchanged())
        + " unchanged, "
        + count(input.unreadable())
        + " unreadable";
  }

  private Inline published() {
    Flow flow = facts.flow();
    String sum =
        String.format(
            " = %s − %s − %s%s",
            count(flow.split()),
            count(flow.rejects()),
            count(flow.duplicates()),
            check(flow.piecesAddUp()));
    return Inline.text(count(flow.published())).bold().then(Inline.words(sum));
  }

  private String lines() {
    Flow flow = facts.flow();
    return String.format(
        "%s = %s in articles + %s in rejects + %s in duplicates + %s between pieces%s",
        count(flow.lines()),
        count(flow.linesPublished()),
        count(flow.linesRejects()),
        count(flow.linesDuplicates()),
        count(flow.linesFrame()),
        check(flow.linesAddUp()));
  }

  private String sectionsByModel(RunFacts.SectionsByModel by) {
    return String.format(
        "%s (SHA-256 %s): %s; %s of %s articles have a section_score under %s: more probably wrong than right",
        by.model(),
        by.sha256().substring(0, Math.min(SHORT_ID, by.sha256().length())),
        count(by.sections(), "section", "sections"),
        count(by.unsure()),
        count(facts.flow().published()),
        RunFacts.SectionsByModel.UNSURE);
  }

  private static String masked(Tally masked) {
    return masked.isEmpty() ? "none found" : names("", masked);
  }

  private static String byModel(RunFacts.ByModel did) {
    return count(did.taken())
        + names("; extractive instead: ", did.kept())
        + "; "
        + count(did.fromCache())
        + " answers from the cache, "
        + count(did.requests(), "request", "requests")
        + " ("
        + count(did.retries(), "retry", "retries")
        + "), "
        + count(did.tokens(), "token", "tokens");
  }

  private String before() {
    var before = facts.before();
    if (before == null) {
      return "the first run here";
    }
    Flow flow = facts.flow();
    return String.format(
        "%s: articles %s, duplicates %s, rejects %s",
        before.runId(),
        Figures.difference(flow.published() - before.articles()),
        Figures.difference(flow.duplicates() - before.duplicates()),
        Figures.difference(flow.rejects() - before.rejects()));
  }

  private static String stages(List<Stage> stages) {
    return stages.stream()
        .map(stage -> stage.name() + " " + Figures.seconds(stage.seconds()))
        .collect(Collectors.joining(", "));
  }

  private void sources() {
    Table table =
        new Table(
            Column.text("source"),
            Column.text("read as"),
            Column.text("split by"),
            Column.number("pieces"),
            Column.number("articles"),
            Column.number("duplicates"),
            Column.number("rejects"),
            Column.number("lines"),
            Column.number("between"));
    for (RunFacts.Source source : facts.ledger()) {
      Flow flow = source.flow();
      boolean read = source.status().equals("read");
      table.row(
          Inline.code(source.uri()),
          Inline.text(read ? source.format() + " " + orDash(source.charset()) : source.status()),
          Inline.text(orDash(source.detector())),
          Inline.text(count(flow.split())),
          Inline.text(count(flow.published())),
          Inline.text(count(flow.duplicates())),
          Inline.text(count(flow.rejects())),
          Inline.text(count(flow.lines())),
          Inline.text(count(flow.linesFrame())));
    }
    table.write("Sources");
    long more = facts.input().files() - facts.ledger().size();
    if (more > 0) {
      page.paragraph(Inline.text("The largest; " + count(more) + " more in the dataset ledger."));
    }
  }

  private void stories() {
    Table table =
        new Table(
            Column.text("story"),
            Column.number("articles"),
            Column.number("sources"),
            Column.text("ids"));
    for (RunFacts.Story story : facts.stories().largest()) {
      table.row(
          Inline.text(story.label(), MAX_LABEL),
          Inline.text(count(story.articles())),
          Inline.text(count(story.sources())),
          Inline.joined(" ", story.ids().stream().map(ReportPage::id).toList()));
    }
    if (!facts.stories().largest().isEmpty()) {
      page.heading(2, Inline.text("Stories"));
      page.paragraph(
          Inline.fill(
              count(facts.stories().count(), "story", "stories")
                  + " of "
                  + count(facts.stories().articles())
                  + " articles of this run; those of most articles, with the first of their ids. {} after one of"
                  + " them tells the whole story, earlier runs and all.",
              List.of(Inline.code("./winnow explain --output=DIR"))));
      table.write();
    }
  }

  private void dropped() {
    Table table =
        new Table(
            Column.text("rule"),
            Column.number("spans"),
            Column.number("articles"),
            Column.number("characters"),
            Column.text("for example"));
    for (RunFacts.Dropped rule : facts.dropped()) {
      table.row(
          Inline.code(rule.rule()),
          Inline.text(count(rule.spans())),
          Inline.text(count(rule.articles())),
          Inline.text(count(rule.characters())),
          Inline.text(rule.example()));
    }
    table.write("What was dropped from texts");
  }

  private void learned() {
    Table table =
        new Table(
            Column.text("site"),
            Column.text("line, folded"),
            Column.number("articles"),
            Column.number("dropped"));
    for (RunFacts.Learned line : facts.learned()) {
      table.row(
          line.site(),
          line.line(),
          count(line.articles()) + " of " + count(line.siteArticles()),
          count(line.dropped()));
    }
    table.write("Lines learned to recur");
  }

  private void pairs() {
    Table table =
        new Table(
            Column.text("verdict"),
            Column.number("jaccard"),
            Column.number("containment"),
            Column.text("one"),
            Column.text("the other"));
    for (RunFacts.Pair pair : facts.pairs()) {
      table.row(
          Inline.text(pair.joined() ? "joined" : "apart"),
          Inline.text(Figures.similarity(pair.jaccard())),
          Inline.text(Figures.similarity(pair.containment())),
          side(pair.one()),
          side(pair.other()));
    }
    if (!facts.pairs().isEmpty()) {
      page.heading(2, Inline.text("Pairs nearest to the threshold"));
      page.paragraph(
          Inline.fill(
              "jaccard: share of the pieces of wording of both texts that both have; containment: of the shorter"
                  + " one's, as estimated. Two ids after {} show such a pair side by side.",
              List.of(Inline.code("./winnow explain --output=DIR"))));
      table.write();
    }
  }

  /** Enough of the id to name it among millions. */
  private static Inline id(String id) {
    return Inline.code(id.substring(0, Math.min(SHORT_ID, id.length())));
  }

  private static Inline side(RunFacts.Pair.Side side) {
    return Inline.joined(" ", List.of(id(side.id()), Inline.text(side.title(), MAX_TITLE)));
  }

  private void recall() {
    MeasuredRecall recall = facts.recall();
    if (recall == null || recall.articles() == 0) {
      return;
    }
    page.heading(2, Inline.text("How many repetitions were found"));
    page.paragraph(Inline.text(RecallText.of(recall)));
    Table table =
        new Table(
            Column.number("Jaccard"),
            Column.number("contained"),
            Column.text("missed: one"),
            Column.text("the other"));
    for (MeasuredRecall.Missed missed : recall.missed().stream().limit(MAX_MISSED).toList()) {
      table.row(
          Inline.text(Figures.similarity(missed.jaccard())),
          Inline.text(Figures.similarity(missed.containment())),
          Inline.code(missed.idA()),
          Inline.code(missed.idB()));
    }
    if (!recall.missed().isEmpty()) {
      table.write();
    }
  }

  private void samples() {
    Table table =
        new Table(
            Column.text("reason"),
            Column.text("where"),
            Column.number("bytes"),
            Column.text("why"),
            Column.text("begins"));
    for (RunFacts.Sample sample : facts.samples()) {
      table.row(
          Inline.text(sample.reason()),
          Inline.code(sample.place()),
          Inline.text(count(sample.bytes())),
          Inline.text(why(sample)),
          Inline.text(sample.beginning()));
    }
    table.write("Rejects worth a look");
  }

  private static String why(RunFacts.Sample sample) {
    String detail = sample.detail() == null ? "" : sample.detail();
    Double measured = sample.measured();
    Double threshold = sample.threshold();
    return measured == null || threshold == null
        ? detail
        : detail + " (" + Figures.value(measured) + " against " + Figures.value(threshold) + ")";
  }

  private void unknownTerms() {
    Table table =
        new Table(
            Column.text("term"),
            Column.number("articles"),
            Column.number("sources"),
            Column.text("for example"));
    for (UnknownTerm term : facts.unknownTerms()) {
      table.row(
          term.name(),
          count(term.articles()),
          count(term.sources().size()) + (term.isOfManySources() ? " or more" : ""),
          MarkdownEscaper.plain(term.title(), MAX_TITLE));
    }
    if (!facts.unknownTerms().isEmpty()) {
      page.heading(2, Inline.text("Terms the taxonomy does not know"));
      page.paragraph(
          Inline.text(
              "What at least two articles name. None of them is a tag; one that should be goes into"
                  + " the file of --taxonomy."));
      table.write();
    }
  }

  private static String names(String before, Tally tally) {
    return tally.isEmpty()
        ? ""
        : before
            + tally.topAndOthers(MAX_NAMES).stream()
                .map(name -> name.name() + " " + count(name.count()))
                .collect(Collectors.joining(", "));
  }

  private static String check(boolean addsUp) {
    return addsUp ? " ✓" : " ✗ does not add up";
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "–" : text;
  }

  private record Column(String name, boolean isNumber) {
    static Column text(String name) {
      return new Column(name, false);
    }

    static Column number(String name) {
      return new Column(name, true);
    }
  }

  /** Rows of inlines under named columns; an empty one leaves no trace on the page. */
  private final class Table {
    private final List<Column> columns;
    private final List<List<Inline>> rows = new ArrayList<>();

    Table(Column... columns) {
      this.columns = List.of(columns);
    }

    void row(Inline... cells) {
      rows.add(List.of(cells));
    }

    void row(String... cells) {
      rows.add(List.of(cells).stream().map(Inline::text).toList());
    }

    void write(String heading) {
      if (!rows.isEmpty()) {
        page.heading(2, Inline.text(heading));
        write();
      }
    }

    void write() {
      page.table(
          columns.stream().map(column -> Inline.text(column.name)).toList(),
          columns.stream().map(Column::isNumber).toList(),
          rows);
    }
  }
}
