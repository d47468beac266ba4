package io.winnow.pipeline;

import io.winnow.clean.BoilerplateRules;
import io.winnow.clean.CleanSpec;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.forget.KeepOut;
import io.winnow.learn.LearnSpec;
import io.winnow.quality.QualityRules;
import io.winnow.record.JsonMapping;
import io.winnow.record.RecordFields;
import io.winnow.replay.Superseded;
import io.winnow.run.RunInfo;
import io.winnow.summarize.SummarySpec;
import io.winnow.tag.TagSpec;
import io.winnow.tag.Taxonomy;
import io.winnow.tag.section.ModelFile;
import io.winnow.tag.section.SectionModel;
import io.winnow.write.ParquetSpec;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that configure a run, read once by the driver; they travel with the job.
 *
 * @param options the options that name them, and the rest
 */
record Configuration(
    CurateOptions options,
    Taxonomy taxonomy,
    BoilerplateRules rules,
    RecordFields fields,
    Limits limits,
    QualityRules quality,
    @Nullable SectionModel sections) {

  /**
   * Reads them, or the built-in ones.
   *
   * @throws UserError with every problem of every file
   */
  static Configuration load(CurateOptions options) throws IOException {
    List<String> problems = new ArrayList<>();
    Taxonomy taxonomy = null;
    BoilerplateRules rules = null;
    RecordFields fields = null;
    Limits limits = null;
    QualityRules quality = null;
    SectionModel sections = null;
    try {
      taxonomy = taxonomy(options.taxonomy);
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
    }
    try {
      rules = rules(options.boilerplateRules);
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
    }
    try {
      fields = fields(options.fields);
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
    }
    try {
      limits = Limits.of(options.limits);
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
    }
    try {
      quality = quality(options.quality);
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
    }
    try {
      options.llm.load(options.summarizer);
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
    }
    try {
      if (options.sectionModel != null) {
        ModelFile.Read read = ModelFile.read(options.sectionModel);
        sections = read.model();
        options.sectionModelSha256 = read.sha256();
      }
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
    }
    UserError.throwIfAny(problems);
    options.configSha256 = ConfigSums.of(options);
    return new Configuration(options, taxonomy, rules, fields, limits, quality, sections);
  }

  /**
   * The taxonomy in a file, or the built-in one.
   *
   * @throws IllegalArgumentException with every problem of the file, a line each
   */
  static Taxonomy taxonomy(@Nullable Path file) throws IOException {
    if (file == null) {
      return Taxonomy.bundled();
    }
    try {
      return Taxonomy.parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8", e);
    }
  }

  /**
   * The names of fields in a file, or the built-in ones.
   *
   * @throws IllegalArgumentException with every problem of the file, a line each
   */
  static RecordFields fields(@Nullable Path file) throws IOException {
    if (file == null) {
      return RecordFields.defaults();
    }
    try {
      return RecordFields.parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8", e);
    }
  }

  /**
   * The quality rules of {@code default}, {@code none} or a file.
   *
   * @throws IllegalArgumentException with every problem of the file, a line each
   */
  static QualityRules quality(String choice) throws IOException {
    if (choice.equals("default") || choice.equals("none")) {
      return choice.equals("none") ? QualityRules.none() : QualityRules.defaults();
    }
    try {
      return QualityRules.parse(choice, Files.readString(Path.of(choice)));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(choice + ": is not UTF-8", e);
    }
  }

  private static BoilerplateRules rules(@Nullable Path file) throws IOException {
    if (file == null) {
      return BoilerplateRules.defaults();
    }
    try {
      return BoilerplateRules.parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8", e);
    }
  }

  /**
   * How each step of the run works.
   *
   * @param textBytes of the input
   * @param fingerprints of earlier runs that take part
   * @param keepOut what was taken down
   */
  CurateSpecs specs(RunInfo run, long textBytes, long fingerprints, KeepOut keepOut) {
    int dedupeBuckets = CurateSpecs.dedupeBuckets(textBytes, fingerprints);
    return new CurateSpecs(
        run,
        limits.read(),
        new JsonMapping(fields, limits.maxJsonNesting()),
        new CleanSpec(
            rules, options.keepBoilerplate, limits.maxHtmlDepth(), limits.maxHtmlTags(), quality),
        options.privacy.masker(),
        options.dedupe.equals("none") ? null : dedupe(dedupeBuckets),
        LearnSpec.defaults(),
        TagSpec.defaults().withTaxonomy(taxonomy).withSectionModel(sections),
        new SummarySpec(options.summaryChars, options.summarySentences),
        options.llm.spec(options.summarizer),
        ParquetSpec.of(Version.winnow()),
        null,
        Superseded.nothing(),
        keepOut,
        CurateSpecs.buckets(textBytes),
        CurateSpecs.expectedArticles(textBytes));
  }

  private DedupeSpec dedupe(int buckets) {
    return DedupeSpec.defaults().withBuckets(buckets).withSeniority(options.seniority.seniority());
  }
}
