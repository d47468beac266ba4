package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.write.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Personal data of one's own in every place of a dump, looked for in every file that is published
 * and every line that is printed, whatever stands between their letters.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyEndToEndTest {
  private static final String EN =
      "The committee met again on Thursday and went through the accounts of the last three years. ";
  private static final String ZH = "委员会在周四再次开会，逐年核对了过去三年的账目，并决定把结果公布在下一期通讯里。";

  @TempDir private static Path folder;

  /** What was planted, by where. */
  private final Map<String, String> secrets = new TreeMap<>();

  private Path output;
  private String printed = "";
  private int last;

  @BeforeAll
  void curateDumpsFullOfSecrets() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in").resolve(mail("folder")));
    plant(input);
    output = folder.resolve("out");
    printed = curate("first", "--inputs=all");
    printed += curate("second", "--inputs=all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"articles", "duplicates", "rejects", "fingerprints", "boilerplate", "ledger"})
  void noRowTellsASecret(String dataset) throws SQLException {
    String rows = String.join("\n", rows("select to_json(t) from " + dataset + " t"));
    assertThat(told(rows), empty());
  }

  @Test
  void noOtherFileTellsASecret() throws IOException {
    List<String> told = new ArrayList<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = output.relativize(file).toString();
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        told(name + "\n" + (name.endsWith(".parquet") ? content : text))
            .forEach(secret -> told.add(name + ": " + secret));
      }
    }
    assertThat(told, empty());
  }

  @Test
  void noPrintedLineTellsASecret() {
    assertThat(printed, containsString("published run=first"));
    assertThat(told(printed), empty());
  }

  @Test
  void afterAFailureNoPrintedLineTellsASecret() throws IOException {
    String failed =
        run(
            "curate",
            "--input=" + folder.resolve(mail("no such input")),
            "--output=" + output,
            "--maskPersonalData=all");
    assertThat(failed, containsString("no file matches"));
    assertThat(told(failed), empty());
  }

  @Test
  void everyDatasetHasRowsAndPlaceholders() throws SQLException {
    for (String dataset : List.of("articles", "duplicates", "rejects", "boilerplate", "ledger")) {
      String rows = String.join("\n", rows("select to_json(t) from " + dataset + " t"));
      assertThat(
          dataset, rows, containsString(dataset.equals("boilerplate") ? "phone" : "[phone]"));
    }
    assertThat(rows("select id from rejects").size(), greaterThan(4));
    assertThat(rows("select id from duplicates").size(), greaterThan(2));
  }

  @Test
  void summariesStandInTheMaskedTextWhereTheirSpansSay() throws SQLException {
    List<String> wrong =
        rows(
            "select s from (select text, unnest(summary) s, unnest(summary_spans) p from articles)"
                + " where substr(text, p.from_char + 1, p.to_char - p.from_char) <> s");
    assertThat(wrong, empty());
    assertThat(
        rows("select id from articles where contains(array_to_string(summary, ' '), '[phone]')"),
        not(empty()));
  }

  @Test
  void filesWhoseNamesAreAlikeOnceMaskedStayApart() throws SQLException {
    List<String> names =
        rows(
            "select source_uri from ledger where run_id = 'first' and source_uri like '%/note-%' order by 1");
    assertThat(names, is(List.of("[email]/note-[phone]#2.txt", "[email]/note-[phone].txt")));
  }

  @Test
  void theReportAndTheManifestCount() throws IOException {
    String report = Files.readString(output.resolve("run=first/report.md"));
    assertThat(report, containsString("Personal data masked: "));
    String manifest = Files.readString(output.resolve("run=first/manifest.json"));
    assertThat(manifest, containsString("\"mask:email\""));
    assertThat(
        manifest, containsString("\"maskPersonalData\" : \"email,phone,id-number,bank-card,ip\""));
  }

  @Test
  void filesThatARunReadWithoutMaskingAreUnchangedForOneThatMasks()
      throws IOException, SQLException {
    Path other = folder.resolve("switched");
    String input = "--input=" + folder.resolve("in");
    run("curate", "--runner=DirectRunner", input, "--output=" + other, "--runId=plain");
    assertThat(
        "the secrets are told where nothing is masked",
        told(String.join("\n", rows(other, "select to_json(t) from articles t"))).size(),
        greaterThan(40));
    String masked =
        run(
            "curate",
            "--runner=DirectRunner",
            input,
            "--output=" + other,
            "--runId=masked",
            "--maskPersonalData=all");
    assertThat(masked, containsString("articles=0 duplicates=0 rejects=0"));
    try (Stream<Path> files = Files.walk(other.resolve("run=masked"))) {
      for (Path file : files.filter(file -> !file.toString().endsWith(".parquet")).toList()) {
        if (Files.isRegularFile(file)) {
          assertThat(file.toString(), told(Files.readString(file)), empty());
        }
      }
    }
  }

  private String curate(String runId, String... more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "curate",
                "--runner=DirectRunner",
                "--input=" + folder.resolve("in"),
                "--output=" + output,
                "--runId=" + runId,
                "--date=2026-02-15",
                "--maskPersonalData=all"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  /** All that a command prints and logs. */
  private static String run(String... args) throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    try (PrintStream log = new PrintStream(logged, true, StandardCharsets.UTF_8)) {
      System.setErr(log);
      new Logging();
      Console console = Console.run(args);
      return console.out() + console.err() + logged.toString(StandardCharsets.UTF_8);
    } finally {
      System.setErr(before);
      LogManager.getLogManager().readConfiguration();
    }
  }

  /** The secrets that a text tells, however it spells them. */
  private List<String> told(String text) {
    String letters = letters(text);
    return secrets.entrySet().stream()
        .filter(secret -> letters.contains(letters(secret.getValue())))
        .map(Object::toString)
        .toList();
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private String mail(String where) {
    String name = "person" + (char) ('a' + last / 26) + (char) ('a' + last++ % 26) + "zq";
    secrets.put(where, name + "@example.com");
    return name + "@example.com";
  }

  private String phone(String where) {
    String number = "139" + (10_000_000 + 1_234_567 * ++last % 80_000_000);
    secrets.put(where, number);
    return number;
  }

  private static String entities(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append("&#").append(c).append(';'));
    return out.toString();
  }

  private void plant(Path in) throws IOException {
    Files.writeString(in.resolve("note-" + phone("file name") + ".txt"), note("a"));
    Files.writeString(in.resolve("note-" + phone("second file name") + ".txt"), note("b"));
    Files.writeString(in.resolve("page.html"), page());
    Files.writeString(in.resolve("second.html"), secondPage());
    Files.writeString(in.resolve("records.jsonl"), records());
    Files.writeString(in.resolve("letter.eml"), letter());
    Files.writeString(in.resolve("post.md"), post());
    Files.writeString(in.resolve("card.txt"), "编号：" + mail("short file") + "\n");
    Files.write(in.resolve(phone("binary name") + ".bin"), new byte[] {0, 1, 2, 3, 0, 0, 9, 8, 0});
    Files.writeString(in.resolve(phone("empty file") + ".txt"), "");
    try (OutputStream out = Files.newOutputStream(in.resolve("archive.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(phone("member name") + ".txt"));
      zip.write(note("c").getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(phone("second member name") + ".txt"));
      zip.write(note("d").getBytes(StandardCharsets.UTF_8));
    }
  }

  private String note(String name) {
    return "Minutes of the "
        + name
        + " board, "
        + phone("title of note " + name)
        + "\n\n"
        + "Call "
        + phone("first sentence of note " + name)
        + " to hear what the board of "
        + name
        + " decided. "
        + EN.repeat(3)
        + "\n\n"
        + "    curl -d phone="
        + phone("code of note " + name)
        + " https://example.org/"
        + name
        + "\n\n"
        + "Write to "
        + mail("body of note " + name)
        + ". "
        + EN.repeat(2)
        + name
        + "\n";
  }

  private String page() {
    return "<!doctype html><html><head><title>Fund "
        + phone("html title")
        + " opens</title>"
        + "<meta name=\"author\" content=\"Jane "
        + mail("html author")
        + "\">"
        + "<meta property=\"og:site_name\" content=\"Herald "
        + phone("site name")
        + "\">"
        + "<link rel=\"canonical\" href=\"https://example.org/u/"
        + phone("canonical")
        + "/fund\">"
        + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Fund "
        + phone("json-ld headline")
        + " opens\",\"author\":{\"name\":\"Joe "
        + mail("json-ld author").replace("@", "\\u0040")
        + "\"}}</script></head><body>"
        + "<nav><a href=\"tel:"
        + phone("navigation")
        + "\">call</a></nav><article><h1>Fund opens</h1>"
        + "<p>"
        + EN.repeat(4)
        + "</p><p>Ask "
        + entities(mail("entities"))
        + " about it. "
        + EN
        + "</p>"
        + "<p>Or <a href=\"mailto:"
        + entities(mail("mailto"))
        + "\">write</a>, or see <a href=\"https://example.org/?mail="
        + mail("query").replace("@", "%40")
        + "\">this</a>. "
        + EN.repeat(3)
        + "</p>"
        + "<p>Ring "
        + phone("tags").replaceAll("(...)(....)(....)", "$1<b>$2</b>$3")
        + " today. "
        + EN.repeat(3)
        + "</p>"
        + "<p>全角 "
        + wide(phone("full width"))
        + "。"
        + ZH.repeat(3)
        + "</p>"
        + "<figure><img src=\"https://example.org/"
        + phone("image")
        + ".png\" alt=\""
        + mail("alt")
        + "\">"
        + "<figcaption>Photo by "
        + mail("caption")
        + "</figcaption></figure>"
        + "<pre><code>send(\""
        + mail("code")
        + "\")</code></pre>"
        + "<table><tr><td>Office</td><td>"
        + phone("table")
        + "</td></tr><tr><td>Home</td><td>none</td></tr></table>"
        + "</article><footer>Copyright "
        + mail("footer")
        + "</footer></body></html>";
  }

  private String secondPage() {
    return "<html><head><title>x</title></head><body><div data-contact=\""
        + phone("attribute")
        + "\"><!-- "
        + mail("comment")
        + " --></div></body></html>";
  }

  private static String wide(String digits) {
    StringBuilder out = new StringBuilder();
    digits.chars().forEach(c -> out.append((char) (c + 0xFEE0)));
    return out.toString();
  }

  private String records() {
    StringBuilder lines = new StringBuilder();
    String recurring = "欢迎拨打服务专线 " + phone("recurring line") + " 与我们联络";
    for (int i = 0; i < 12; i++) {
      lines.append(
          String.format(
              "{\"id\":\"%s\",\"url\":\"https://news.example.org/a/%d\",\"title\":\"第%d号通讯 %s\",\"author\":\"作者 %s\","
                  + "\"text\":\"第%d期。%s\\n\\n%s\\n\\n%s 第%d期完。\"}%n",
              mail("record id " + i),
              i,
              i,
              phone("record title " + i),
              mail("record author " + i),
              i,
              (ZH + "编号" + (char) ('甲' + i) + "。").repeat(2),
              recurring,
              words(i),
              i));
    }
    String copy = ZH.repeat(2) + " 详询 " + phone("copied text") + "。" + words(77);
    for (int i = 0; i < 3; i++) {
      lines.append(
          String.format(
              "{\"url\":\"https://copy.example.org/%d?m=%s\",\"title\":\"副本 %s\",\"text\":\"%s\"}%n",
              i, mail("url of copy " + i), phone("title of copy " + i), copy));
    }
    lines.append("{\"title\":\"broken ").append(phone("malformed record")).append("\",\"text\":\n");
    lines.append("{\"title\":\"no text ").append(phone("record without text")).append("\"}\n");
    return lines.toString();
  }

  /** Sentences that no two articles share. */
  private static String words(int seed) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      out.append((char) (0x5200 + (seed * 131 + i * i * 7 + i * seed * 3) % 900));
      out.append(i % 15 == 14 ? "。" : "");
    }
    return out.toString();
  }

  private String letter() {
    return "From: Jane <"
        + mail("sender")
        + ">\nTo: "
        + mail("recipient")
        + "\nSubject: About "
        + phone("subject")
        + "\nDate: Mon, 16 Feb 2026 10:00:00 +0000\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        + EN.repeat(3)
        + "\nJane, "
        + phone("signature")
        + "\n--b\nContent-Type: application/pdf; name=\""
        + phone("attachment")
        + ".pdf\"\nContent-Disposition: attachment; filename=\""
        + phone("attachment 2")
        + ".pdf\"\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n";
  }

  private String post() {
    return "---\ntitle: Post "
        + phone("front matter title")
        + "\nauthor: "
        + mail("front matter author")
        + "\n---\n\n"
        + "# Post\n\n> [!NOTE]\n> Ask "
        + mail("remark")
        + "\n\n"
        + EN.repeat(3)
        + "\n\nid card 11010519491231002X"
        + secret("id number", "11010519491231002X")
        + ", bank card 6222 0210 0011 2233 449"
        + secret("bank card", "6222021000112233449")
        + ", seen from 203.0.113.77"
        + secret("ip", "203.0.113.77")
        + ".\n\n[me](mailto:"
        + mail("markdown link")
        + ") <"
        + mail("autolink")
        + "> `"
        + mail("code span")
        + "`\n\n"
        + EN
        + "\n\n关注公众号，联系 "
        + phone("call to follow")
        + "，扫描下方二维码加入群聊。\n";
  }

  private String secret(String where, String value) {
    secrets.put(where, value);
    return "";
  }

  private List<String> rows(String sql) throws SQLException {
    return rows(output, sql);
  }

  private static List<String> rows(Path output, String sql) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      for (Dataset<?> dataset : Dataset.all()) {
        statement.execute(
            String.format(
                "create view %s as select * from read_parquet('%s/run=*/%s/*.parquet',"
                    + " hive_partitioning = false)",
                dataset, output, dataset));
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    }
  }
}
