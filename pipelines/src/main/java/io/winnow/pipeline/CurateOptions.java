package io.winnow.pipeline;

import io.winnow.publish.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of {@code curate}, as given. {@link #problems} finds all that is wrong with them at
 * once.
 */
final class CurateOptions {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "GLOB",
      description =
          "Dumps to read: files, folders (everything below), or globs, on any file system. May repeat and take"
              + " commas. Names that begin with . or _ are skipped unless named.")
  List<String> input = new ArrayList<>();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder, s3://BUCKET/PREFIX or hdfs://HOST:PORT/FOLDER to publish into; a folder is made if it is not there.")
  String output = "";

  @Option(
      names = "--runId",
      paramLabel = "ID",
      description =
          "Id of the run: [a-z0-9][a-z0-9._-]{0,63}. An id run again replaces itself. Default: r and the time, UTC.")
  @Nullable String runId;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description =
          "Logical date of the run: the only \"now\" that a rule sees, and the week of the digest. Default: today,"
              + " UTC; a re-run keeps its own.")
  @Nullable String date;

  @Option(
      names = "--runner",
      paramLabel = "NAME",
      defaultValue = "FlinkRunner",
      description =
          "FlinkRunner (inside this process unless --flinkMaster names a cluster) or DirectRunner (small local"
              + " tests). Default: ${DEFAULT-VALUE}.")
  String runner = "FlinkRunner";

  @Option(
      names = "--inputs",
      paramLabel = "new|all",
      defaultValue = "new",
      description =
          "new skips files that an earlier published run read with the same content; all reads everything."
              + " Default: ${DEFAULT-VALUE}.")
  String inputs = "new";

  @Option(
      names = "--allowEmpty",
      description = "Publish an empty run when no file matches, instead of ending with 3.")
  boolean allowEmpty;

  @Option(
      names = "--dedupe",
      paramLabel = "default|none",
      defaultValue = "default",
      description = "none publishes every copy. Default: ${DEFAULT-VALUE}.")
  String dedupe = "default";

  @Option(
      names = "--quality",
      paramLabel = "default|none|FILE",
      defaultValue = "default",
      description =
          "Quality thresholds: default rejects junk and pages without an article, none only what is unreadable, empty"
              + " or over a cap, FILE by the rules of a YAML file. Default: ${DEFAULT-VALUE}.")
  String quality = "default";

  @Option(
      names = "--keepBoilerplate",
      description = "Keep promotion, licences and recurring lines in the texts.")
  boolean keepBoilerplate;

  @Option(
      names = "--boilerplateRules",
      paramLabel = "FILE",
      description = "YAML file of boilerplate rules in place of the built-in ones.")
  @Nullable Path boilerplateRules;

  @Option(
      names = "--fields",
      paramLabel = "FILE",
      description =
          "YAML file that says under which names the records of JSON Lines, JSON and Parquet carry id, url, title,"
              + " text, html, author, date, lang, publication and path; what it does not mention keeps the built-in"
              + " names.")
  @Nullable Path fields;

  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description =
          "YAML file of caps on hostile input: text (bytes of one text or record, default 64MB), lines (of one text,"
              + " 300000), members (of one archive, 100000), expanded (bytes of one compressed file, 64GB), ratio"
              + " (bytes for one stored byte, 200), jsonDepth (200), htmlDepth (500), htmlTags (400000), window (bytes"
              + " that one worker reads of a large file of records, 4MB). What is over a cap is a reject.")
  @Nullable Path limits;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description =
          "YAML file of sections and tags in place of the built-in one, or with changes to it"
              + " (extends: default).")
  @Nullable Path taxonomy;

  @Option(
      names = "--sectionModel",
      paramLabel = "MODEL",
      description =
          "Model of ./winnow train that chooses sections in place of headings and the taxonomy; section_score is how"
              + " probable it is that the section is right, 0 to 1.")
  @Nullable Path sectionModel;

  /** What is run again, as {@code rejects=REASON}; null where dumps are read as they come. */
  @Nullable String replay;

  /** Known once the model was read. */
  @Nullable String sectionModelSha256;

  /** Of the files of configuration, by the names in the manifest; known once they were read. */
  Map<String, String> configSha256 = Map.of();

  @Option(
      names = "--summarizer",
      paramLabel = "extractive|llm",
      defaultValue = "extractive",
      description =
          "How texts are summarized: extractive by sentences of their own; llm by a language model, see the options"
              + " --llm..., with the extractive summary where the model gives none that passes. Default:"
              + " ${DEFAULT-VALUE}.")
  String summarizer = "extractive";

  @Option(
      names = "--summaryChars",
      paramLabel = "N",
      description =
          "Longest summary, in characters, from 40. Default: 280 for Chinese, 560 for other languages.")
  @Nullable Integer summaryChars;

  @Option(
      names = "--summarySentences",
      paramLabel = "N",
      description = "Summaries of N sentences, 1 to 50, instead of a number of characters.")
  @Nullable Integer summarySentences;

  @Option(
      names = "--lockWait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long to wait for another run of the same output before ending with 5. Default: ${DEFAULT-VALUE}.")
  int lockWait;

  @Option(
      names = "--maxRunTime",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Fail a run that takes longer; 0 sets no limit. Default: ${DEFAULT-VALUE}.")
  int maxRunTime;

  @Option(
      names = "--clusterTimeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "How long a Flink cluster may leave questions unanswered before it counts as lost and the run fails, 5 to"
              + " 86400. Default: ${DEFAULT-VALUE}.")
  int clusterTimeout;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "Workers, 1 to 1024. Default: the cores of this machine; on a cluster, its free task slots; under flink"
              + " run, its -p.")
  @Nullable Integer parallelism;

  @Mixin GateOptions gates = new GateOptions();

  @Mixin PrivacyOptions privacy = new PrivacyOptions();

  @Mixin SeniorityOptions seniority = new SeniorityOptions();

  @Mixin LlmOptions llm = new LlmOptions();

  @Mixin DigestOptions digest = new DigestOptions();

  /** Everything wrong with the options, for people; empty when nothing is. Reads no data. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (output.isBlank()) {
      problems.add("--output must name a folder");
    } else if (Storage.isLocal(output)
        && Files.exists(Storage.path(output))
        && !Files.isDirectory(Storage.path(output))) {
      problems.add("--output must be a folder; a file is in the way: " + output);
    }
    if (runId != null && !RunId.isAllowed(runId)) {
      problems.add(
          "--runId must be 1 to 64 of a-z, 0-9, '.', '_', '-', beginning with a letter or digit; was: "
              + runId);
    }
    if (date != null && parsedDate() == null) {
      problems.add("--date must be a day such as 2026-02-16; was: " + date);
    }
    oneOf(problems, "--runner", runner, "FlinkRunner", "DirectRunner");
    oneOf(problems, "--inputs", inputs, "new", "all");
    oneOf(problems, "--dedupe", dedupe, "default", "none");
    if (qualityFile() != null && !isReadable(Path.of(quality))) {
      problems.add("--quality must be default, none or a readable file; was: " + quality);
    }
    oneOf(problems, "--summarizer", summarizer, "extractive", "llm");
    readable(problems, "--taxonomy", taxonomy);
    readable(problems, "--sectionModel", sectionModel);
    readable(problems, "--boilerplateRules", boilerplateRules);
    readable(problems, "--fields", fields);
    readable(problems, "--limits", limits);
    within(problems, "--summaryChars", summaryChars, 40, 100_000);
    within(problems, "--summarySentences", summarySentences, 1, 50);
    if (summaryChars != null && summarySentences != null) {
      problems.add("give --summaryChars or --summarySentences, not both");
    }
    within(problems, "--lockWait", lockWait, 0, 7 * 24 * 3600);
    within(problems, "--maxRunTime", maxRunTime, 0, 30 * 24 * 3600);
    within(problems, "--clusterTimeout", clusterTimeout, 5, 24 * 3600);
    within(problems, "--parallelism", parallelism, 1, 1024);
    problems.addAll(gates.problems());
    problems.addAll(privacy.problems());
    problems.addAll(seniority.problems());
    problems.addAll(llm.problems(summarizer, output));
    problems.addAll(digest.problems());
    return problems;
  }

  /** Where the inputs and the output lie. */
  List<String> places() {
    List<String> places = new ArrayList<>();
    input.forEach(some -> places.addAll(List.of(some.split(","))));
    places.add(output);
    if (llm.cache != null) {
      places.add(llm.cache);
    }
    return places;
  }

  /** The options that bear on rows, for the manifest. */
  Map<String, String> forManifest() {
    Map<String, String> given = new TreeMap<>();
    given.put("input", String.join(",", input));
    given.put("inputs", inputs);
    given.put("dedupe", dedupe);
    given.put("quality", quality);
    given.put("keepBoilerplate", Boolean.toString(keepBoilerplate));
    given.put("summarizer", summarizer);
    putIfGiven(given, "replay", replay);
    putIfGiven(given, "boilerplateRules", boilerplateRules);
    putIfGiven(given, "fields", fields);
    putIfGiven(given, "limits", limits);
    putIfGiven(given, "taxonomy", taxonomy);
    putIfGiven(given, "sectionModel", sectionModel);
    putIfGiven(given, "sectionModelSha256", sectionModelSha256);
    given.putAll(configSha256);
    putIfGiven(given, "summaryChars", summaryChars);
    putIfGiven(given, "summarySentences", summarySentences);
    seniority.addTo(given);
    llm.addTo(given);
    return privacy.masked(given);
  }

  private static void putIfGiven(Map<String, String> given, String name, @Nullable Object value) {
    if (value != null) {
      given.put(name, value.toString());
    }
  }

  /** The file of quality rules, where one was given. */
  @Nullable Path qualityFile() {
    return List.of("default", "none").contains(quality) ? null : Path.of(quality);
  }

  /** The logical date, where one was given and is one. */
  @Nullable LocalDate parsedDate() {
    try {
      return date == null ? null : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static void oneOf(List<String> problems, String name, String value, String... allowed) {
    if (!List.of(allowed).contains(value)) {
      problems.add(name + " must be " + String.join(" or ", allowed) + "; was: " + value);
    }
  }

  private static void readable(List<String> problems, String name, @Nullable Path file) {
    if (file != null && !isReadable(file)) {
      problems.add(name + " must be a readable file; was: " + file);
    }
  }

  private static boolean isReadable(Path file) {
    return Files.isRegularFile(file) && Files.isReadable(file);
  }

  private static void within(
      List<String> problems, String name, @Nullable Integer value, int min, int max) {
    if (value != null && (value < min || value > max)) {
      problems.add(name + " must be " + min + " to " + max + "; was: " + value);
    }
  }
}
