package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows are learned, a run is labelled by the model, and its pages and queries survive the labels.
 */
class TrainEndToEndTest {
  private static final String GARDEN = "家 & home/| *garden* `#1` <b>";
  private static final String CODE = "软件 开发/\"code\" [x](y)";

  private static final List<String> GARDEN_TITLES =
      List.of(
          "Prune the roses after the last frost", "Tomatoes want sun and rich soil",
          "Water the seedlings in the morning", "Compost feeds the soil of the beds",
          "玫瑰在霜冻之后修剪", "番茄喜欢阳光和肥沃的土壤");
  private static final List<String> CODE_TITLES =
      List.of(
          "The compiler inlines small methods", "A garbage collector frees memory",
          "The debugger stops at every exception", "Threads share memory without locks",
          "编译器会内联小的方法", "垃圾回收器释放内存");

  @TempDir private Path folder;

  @Test
  void learnsAndLabels() throws Exception {
    Path model = folder.resolve("m.model");
    Console trained = Console.run("train", "--input=" + rows(), "--output=" + model, "--folds=3");

    assertThat(trained.err(), trained.code(), is(0));
    assertThat(trained.out(), allOf(containsString("accuracy "), containsString("macro F1")));
    assertThat(
        trained.out().strip().lines().reduce((a, b) -> b).orElse(""),
        matchesPattern(
            "trained model=\\S+ rows=12 labels=2 accuracy=[01]\\.\\d{4} sha256=[0-9a-f]{64}"));
    String sha256 = trained.out().strip().replaceFirst("(?s).*sha256=", "");

    Path output = folder.resolve("out");
    Console curated = curate(output, model);
    assertThat(curated.err(), curated.code(), is(0));
    Console sections =
        Console.run(
            "query",
            "--output=" + output,
            "--format=csv",
            "SELECT source_id, section, section_score BETWEEN 0 AND 1 FROM articles ORDER BY 1");
    assertThat(
        sections.out().strip().lines().skip(1).toList(),
        containsInAnyOrder(
            "a," + GARDEN + ",true", "b,\"" + CODE.replace("\"", "\"\"") + "\",true"));
    assertThat(Files.readString(output.resolve("run=one/manifest.json")), containsString(sha256));
    assertThat(
        Files.readString(output.resolve("run=one/report.md")),
        allOf(containsString("Sections by the model "), containsString(sha256.substring(0, 10))));
  }

  @Test
  void makesTheSameModelAgainAndReplacesOnlyModels() throws Exception {
    Path rows = rows();
    Path model = folder.resolve("m.model");
    Console.run("train", "--input=" + rows, "--output=" + model, "--folds=2");
    byte[] first = Files.readAllBytes(model);
    Console again = Console.run("train", "--input=" + rows, "--output=" + model, "--folds=2");
    Console over = Console.run("train", "--input=" + rows, "--output=" + rows);

    assertThat(again.err(), again.code(), is(0));
    assertThat(Files.readAllBytes(model), is(first));
    assertThat(over.code(), is(ExitCode.USAGE.code()));
    assertThat(over.err(), containsString("another file is in the way"));
    try (var files = Files.list(folder)) {
      assertThat(
          files.map(file -> file.getFileName().toString()).toList(),
          containsInAnyOrder("m.model", "rows.jsonl"));
    }
  }

  @Test
  void refusesADamagedModelBeforeItReadsData() throws Exception {
    Path model = Files.writeString(folder.resolve("m.model"), "winnow-sections\nbut no model");
    Path output = folder.resolve("out");

    Console refused = curate(output, model);

    assertThat(refused.code(), is(ExitCode.USAGE.code()));
    assertThat(refused.err(), containsString(model + ": is "));
    assertThat(Files.exists(output), is(false));
  }

  @Test
  void tellsWrongRowsAndUse() throws Exception {
    Path rows = Files.writeString(folder.resolve("bad.jsonl"), "{\"title\": \"a\"}\nno\n");
    Path model = folder.resolve("m.model");

    Console wrong = Console.run("train", "--input=" + rows, "--output=" + model);
    Console missing = Console.run("train", "--input=" + folder + "/none", "--output=" + model);
    Console use =
        Console.run("train", "--input=" + rows, "--output=" + folder, "--folds=1", "--foldBy=:2");

    assertThat(wrong.code(), is(ExitCode.USAGE.code()));
    assertThat(
        wrong.err(), allOf(containsString("bad.jsonl:1: "), containsString("bad.jsonl:2: ")));
    assertThat(missing.code(), is(ExitCode.NO_INPUT.code()));
    assertThat(use.code(), is(ExitCode.USAGE.code()));
    assertThat(
        use.err(),
        allOf(
            containsString("--folds must be 2 to 20"),
            containsString("--foldBy must be a field"),
            containsString("a folder is in the way")));
    assertThat(Files.exists(model), is(false));
  }

  @Test
  void tellsItsOptionsWithDefaults() {
    Console help = Console.run("train", "--help");

    assertThat(help.code(), is(0));
    assertThat(
        help.out(),
        allOf(
            containsString("--input=FILE"),
            containsString("--foldBy=FIELD[:N]"),
            containsString("Default: 5")));
    assertThat(Console.run("curate", "--help").out(), containsString("--sectionModel=MODEL"));
  }

  private Console curate(Path output, Path model) throws IOException {
    Path dump =
        Files.writeString(
            folder.resolve("dump.jsonl"),
            """
            {"id": "a", "title": "Roses in the frost", "text": "Water tomatoes and roses. The soil of the beds wants compost and sun."}
            {"id": "b", "title": "编译器与内存", "text": "编译器会内联小的方法，垃圾回收器释放内存，调试器在异常处停下，线程共享内存。"}
            """);
    return Console.run(
        "curate",
        "--input=" + dump,
        "--output=" + output,
        "--runId=one",
        "--date=2026-02-16",
        "--runner=DirectRunner",
        "--quality=none",
        "--dedupe=none",
        "--sectionModel=" + model);
  }

  private Path rows() throws IOException {
    StringBuilder rows = new StringBuilder();
    GARDEN_TITLES.forEach(title -> rows.append(row(title, GARDEN)));
    CODE_TITLES.forEach(title -> rows.append(row(title, CODE)));
    return Files.writeString(folder.resolve("rows.jsonl"), rows);
  }

  private static String row(String title, String label) {
    return "{\"title\": \"%s\", \"label\": \"%s\"}\n".formatted(title, label.replace("\"", "\\\""));
  }
}
