package io.winnow.explain;

import io.winnow.dedupe.Seniority;
import io.winnow.publish.ForgottenTexts;
import io.winnow.publish.OutputStore;
import io.winnow.query.Corpus;
import io.winnow.query.QueryException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Explains what is published, all of one moment: one article, duplicate or reject, or why two were
 * joined or were not.
 */
public final class Explain {
  /** The datasets that it reads. */
  private static final String DATASETS = "articles duplicates rejects fingerprints ledger";

  private static final int LISTED = 200;

  private final OutputStore output;
  private final Function<Map<String, String>, Seniority> seniority;
  private final GivenFiles files;

  /**
   * @param seniority which of several copies stays, by the options in a manifest
   * @param files of configuration that the asker has
   */
  public Explain(
      OutputStore output, Function<Map<String, String>, Seniority> seniority, GivenFiles files) {
    this.output = output;
    this.seniority = seniority;
    this.files = files;
  }

  /**
   * Writes the explanation.
   *
   * @param questions one, or two to be compared
   * @param run only pieces of this run, where it is not null
   * @param width columns of the terminal; 0 for JSON
   * @return what to tell where nothing was found
   */
  public Optional<String> write(
      List<Question> questions, @Nullable String run, int width, Appendable out)
      throws QueryException, IOException {
    StringBuilder written = new StringBuilder();
    try {
      Optional<String> problem =
          Corpus.read(
              output,
              DATASETS,
              () -> false,
              corpus -> {
                written.setLength(0);
                Telling telling =
                    width == 0 ? new JsonTelling(written) : new TextTelling(written, width);
                Telltale teller =
                    new Telltale(
                        new Finder(corpus),
                        new Runs(corpus.runs(), seniority),
                        new ExpiredPieces(corpus.expired()),
                        new Forgotten(ForgottenTexts.of(output).tombstones()),
                        files,
                        telling);
                return teller.tell(questions, run);
              });
      out.append(written);
      return problem;
    } catch (SQLException e) {
      throw new IOException("the output cannot be read: " + e.getMessage(), e);
    }
  }

  /** One explanation. */
  private record Telltale(
      Finder finder,
      Runs runs,
      ExpiredPieces expired,
      Forgotten forgotten,
      GivenFiles files,
      Telling telling) {

    Optional<String> tell(List<Question> questions, @Nullable String run)
        throws SQLException, IOException {
      if (questions.size() == 1) {
        return one(questions.get(0), run);
      }
      List<Row> pair = new ArrayList<>();
      for (Question question : questions) {
        List<Row> found = of(run, finder.find(question));
        if (found.isEmpty()) {
          return Optional.of(new NearMisses(finder).of(question));
        }
        if (ids(found) > 1) {
          return Optional.of(
              Words.head(question.typed(), 200)
                  + " names "
                  + Words.count(found.size(), "piece")
                  + "; name one by its id:\n"
                  + lines(found));
        }
        pair.add(finder.whole(main(found)));
      }
      new PairStory(finder, runs).tell(pair.get(0), pair.get(1), telling);
      telling.end();
      return Optional.empty();
    }

    private Optional<String> one(Question question, @Nullable String run)
        throws SQLException, IOException {
      List<Row> found = of(run, finder.find(question));
      if (found.isEmpty() && question instanceof Question.Url url) {
        List<Row> linking = of(run, finder.linkingTo(url.url()));
        if (!linking.isEmpty()) {
          list(
              "No piece has this URL as its own; "
                  + Words.count(linking.size(), "article")
                  + (linking.size() == 1 ? " links to it." : " link to it."),
              linking);
          return Optional.empty();
        }
      }
      if (found.isEmpty() && forgotten.answer(question).isPresent()) {
        telling.answer(forgotten.answer(question).get());
        telling.end();
        return Optional.empty();
      }
      if (found.isEmpty()) {
        return expired.tell(question, telling)
            ? Optional.empty()
            : Optional.of(new NearMisses(finder).of(question));
      }
      if (ids(found) > 1) {
        list(
            Words.head(question.typed(), 200)
                + " names "
                + Words.count(found.size(), "piece")
                + ". ./winnow explain --output=DIR ID tells the history of one, with two ids why they were joined or"
                + " not.",
            found);
        return Optional.empty();
      }
      story(finder.whole(main(found)));
      telling.end();
      return Optional.empty();
    }

    private void list(String answer, List<Row> found) throws IOException {
      telling.answer(answer);
      telling.section("found", "");
      Matches.tell(found, null, LISTED, telling);
      telling.end();
    }

    private void story(Row row) throws IOException, SQLException {
      switch (row.kind()) {
        case "article" -> article(row);
        case "duplicate" -> duplicate(row);
        default -> reject(row);
      }
      new HistoryChapter(finder, runs).tell(row, telling);
    }

    private void article(Row row) throws IOException, SQLException {
      telling.answer(
          "Article "
              + name(row)
              + " was published by run "
              + row.run()
              + " on "
              + row.text("first_seen")
              + "."
              + (row.has("revision_of")
                  ? " It revises " + Row.brief(row.text("revision_of")) + "."
                  : "")
              + rejectedBefore(row)
              + inShort(row));
      origin(row);
      ContentChapter content = new ContentChapter();
      content.tell(row, telling);
      new QualityChapter(runs, files).tell(row, telling);
      new DroppedChapter(runs).tell(row, telling);
      content.tellLinks(row, telling);
      new TagsChapter(runs, files).tell(row, telling);
      new SummaryChapter(runs).tell(row, telling);
      new ClusterChapter(finder, runs).tell(row, telling);
      new StoryChapter(finder, runs).tell(row, telling);
    }

    private void duplicate(Row row) throws IOException, SQLException {
      List<Row> kept =
          finder.ofId(row.text("duplicate_of")).stream()
              .filter(each -> each.kind().equals("article"))
              .toList();
      telling.answer(
          "Duplicate "
              + name(row)
              + " of run "
              + row.run()
              + " was not published: it repeats article "
              + (kept.isEmpty() ? Row.brief(row.text("duplicate_of")) : name(kept.get(0)))
              + " of run "
              + row.text("duplicate_of_run")
              + " ("
              + PairStory.method(row)
              + ")."
              + rejectedBefore(row));
      origin(row);
      new ContentChapter().tell(row, telling);
      telling.section("pair", "Why it was joined with " + Row.brief(row.text("duplicate_of")));
      if (kept.isEmpty()) {
        telling.say(
            "missing",
            "That article is not published any more"
                + (expired.isOfRun(row.text("duplicate_of_run"))
                    ? ": expire removed it with run " + row.text("duplicate_of_run")
                    : "")
                + "; so the two cannot be compared: "
                + row.text("duplicate_of"));
      } else {
        new PairChapter(finder, runs).tell(row, finder.whole(kept.get(0)), telling);
      }
      new ClusterChapter(finder, runs).tell(row, telling);
    }

    private void reject(Row row) throws IOException, SQLException {
      telling.answer(
          "Reject "
              + Row.brief(row.id())
              + (row.has("title") ? " " + Words.quoted(row.text("title"), 80) : "")
              + " of run "
              + row.run()
              + " became no article: "
              + forgotten.why(row).orElseGet(() -> RejectChapter.why(row))
              + toDo(row));
      origin(row);
      new RejectChapter().tell(row, telling);
    }

    private static String toDo(Row row) {
      return Remedy.reason(row.text("reason")).map(reason -> " " + Remedy.of(reason)).orElse("");
    }

    /** Of a piece that an earlier run stopped, and that was run again. */
    private String rejectedBefore(Row row) throws SQLException {
      return finder.ofId(row.id()).stream()
          .filter(each -> each.kind().equals("reject"))
          .filter(each -> each.number("sequence") < row.number("sequence"))
          .reduce((earlier, last) -> last)
          .map(each -> " Run " + each.run() + " had rejected it: " + each.text("reason") + ".")
          .orElse("");
    }

    private void origin(Row row) throws IOException, SQLException {
      new OriginChapter(finder, runs).tell(row, telling);
      new CutChapter(finder, runs).tell(row, telling);
    }

    /** What a reader of the first lines wants to know beside. */
    private static String inShort(Row row) {
      int dropped = row.structs("dropped_spans").size();
      List<String> tags = row.structs("tags").stream().map(tag -> tag.text("tag")).toList();
      return " It stands in "
          + row.place()
          + "; "
          + (dropped == 0 ? "nothing" : Words.count(dropped, "place"))
          + (dropped > 1 ? " were" : " was")
          + " dropped from it; section "
          + row.text("section")
          + (tags.isEmpty() ? "" : ", tags " + Words.joined(tags))
          + ".";
    }

    private static String name(Row row) {
      return Row.brief(row.id()) + " " + Words.quoted(row.text("title"), 80);
    }

    private static List<Row> of(@Nullable String run, List<Row> found) {
      return found.stream().filter(row -> run == null || run.equals(row.run())).toList();
    }

    private static long ids(List<Row> found) {
      return found.stream().map(Row::id).distinct().count();
    }

    /** Of one piece in several runs: where it was published, else the last. */
    private static Row main(List<Row> found) {
      return found.stream()
          .max(
              Comparator.<Row, Boolean>comparing(row -> row.kind().equals("article"))
                  .thenComparingLong(row -> row.number("sequence")))
          .orElseThrow();
    }

    private static String lines(List<Row> found) {
      StringBuilder lines = new StringBuilder();
      for (Row row : found.subList(0, Math.min(10, found.size()))) {
        lines.append("  ").append(row.id()).append("  ").append(row.kind()).append("  ");
        lines.append(row.place()).append('\n');
      }
      return lines.toString().stripTrailing();
    }
  }
}
