package io.winnow.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.clean.ArticleCleaner;
import io.winnow.clean.BoilerplateRules;
import io.winnow.clean.CleanSpec;
import io.winnow.clean.Cleaned;
import io.winnow.quality.QualityRules;
import io.winnow.read.Dump;
import io.winnow.read.DumpText;
import io.winnow.read.Origin;
import io.winnow.read.SourceFormat;
import io.winnow.record.JsonMapping;
import io.winnow.record.RecordFields;
import io.winnow.run.RunInfo;
import io.winnow.split.SplitDump;
import io.winnow.split.Splitter;
import io.winnow.tag.section.SectionText;
import java.time.LocalDate;
import java.util.List;

/**
 * Cleans a row as {@code curate} would clean a record of JSON Lines, so that a model learns from
 * what it will be shown: without markup, boilerplate and bare links.
 */
final class RowCleaner {
  /** Decides nothing but how dates that lack a year are read. */
  private static final RunInfo RUN = new RunInfo("train", LocalDate.of(2026, 1, 1), 1);

  private final JsonMapping mapping = new JsonMapping(RecordFields.defaults());
  private final Splitter splitter = new Splitter(RUN, mapping);
  private final ArticleCleaner cleaner =
      new ArticleCleaner(
          new CleanSpec(
              BoilerplateRules.defaults(),
              false,
              CleanSpec.DEFAULT_MAX_HTML_DEPTH,
              CleanSpec.DEFAULT_MAX_HTML_TAGS,
              QualityRules.none()),
          RUN);

  /** The row as an article; a row of which cleaning leaves nothing is taken as it stands. */
  SectionText clean(JsonNode row, String json) {
    Origin origin =
        new Origin("rows.jsonl", null, "", "", json.length(), SourceFormat.JSON, "UTF-8", 1);
    SplitDump split =
        splitter.split(
            new Dump(
                origin, DumpText.empty(), List.of(mapping.record(row, json)), List.of(), true));
    if (split.pieces().size() == 1
        && cleaner.clean(split.pieces().get(0)) instanceof Cleaned.Kept kept) {
      return SectionText.of(kept.draft().getArticle());
    }
    return SectionText.of(row.path("title").asText(""), row.path("text").asText(""));
  }
}
