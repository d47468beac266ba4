package io.winnow.forget;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.dedupe.Fingerprints;
import io.winnow.dedupe.TextPrint;
import io.winnow.dedupe.TextProbe;
import io.winnow.dedupe.UrlKey;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeepOutTest {
  private static final String TEXT = made(1, 80);
  private static final String OTHER = made(2, 80);
  private static final String URL = "https://example.org/2026/02/story.html";
  private static final Tombstones NONE = Tombstones.none();
  private static final Salt SALT = NONE.salted();
  private static final KeepOut KEEP_OUT =
      KeepOut.of(NONE.with(List.of(tombstone(TEXT, null, null))));

  @Test
  void nothingIsKeptOutWithoutTombstones() {
    assertThat(KeepOut.NOTHING.has(article("a", TEXT, URL, null, null)), is(false));
    assertThat(KeepOut.NOTHING.has(reject("a", TEXT, URL)), is(false));
  }

  @Test
  void byIdByUrlAndByTextWhateverItsWidthAndCase() {
    assertThat(KEEP_OUT.has(article("forgotten", OTHER, null, null, null)), is(true));
    assertThat(
        KEEP_OUT.has(
            article(
                "b", OTHER, "http://m.example.org/2026/02/story.html?utm_source=x", null, null)),
        is(true));
    assertThat(
        KEEP_OUT.has(article("b", TEXT.toUpperCase(Locale.ROOT), null, null, null)), is(true));
    assertThat(
        KEEP_OUT.has(article("b", OTHER, "https://example.org/other.html", null, null)), is(false));
  }

  @Test
  void aCopyWithAFewChangesOrALittleMoreIsKeptOut() {
    assertThat(
        KEEP_OUT.has(article("b", TEXT.replace("river", "stream"), null, null, null)), is(true));
    assertThat(KEEP_OUT.has(article("b", TEXT + " " + made(3, 20), null, null, null)), is(true));
    assertThat(
        KEEP_OUT.has(article("b", TEXT.substring(0, TEXT.length() / 2), null, null, null)),
        is(true));
    assertThat(KEEP_OUT.has(article("b", made(4, 80), null, null, null)), is(false));
  }

  @Test
  void anotherPartOfItsSeriesIsAnotherText() {
    KeepOut parts = KeepOut.of(NONE.with(List.of(tombstone(TEXT, "Talks", 1))));
    String near = TEXT.replace("river", "stream");

    assertThat(parts.has(article("b", near, null, "Talks", 2)), is(false));
    assertThat(parts.has(article("b", near, null, "Talks", 1)), is(true));
    assertThat(parts.has(article("b", near, null, "Others", 2)), is(true));
    assertThat(parts.has(article("b", TEXT, null, "Talks", 2)), is(true));
  }

  @Test
  void anOriginalThatHoldsTheTextIsKeptOut() {
    String page =
        "<html><body><nav>"
            + made(5, 300)
            + "</nav><p>"
            + TEXT.replace(". ", ".</p>\n<p>")
            + "</p></body></html>";
    assertThat(KEEP_OUT.has(reject("b", page, null)), is(true));
    assertThat(
        KEEP_OUT.has(reject("b", made(6, 900) + "\n" + TEXT + "\n" + made(7, 900), null)),
        is(true));
    assertThat(KEEP_OUT.has(reject("b", made(6, 2000), null)), is(false));
    assertThat(KEEP_OUT.has(reject("b", "", null)), is(false));
    assertThat(KEEP_OUT.has(reject("forgotten", "", null)), is(true));
    assertThat(KEEP_OUT.has(reject("b", "", URL)), is(true));
  }

  @Test
  void aChineseTextIsFoundInADamagedRecordOfJson() {
    String text = "水壶的音高由两块薄板之间的距离决定,板距每加大一毫米,哨声大约低半个音。".repeat(3) + "孔径只会让声音更亮。";
    StringBuilder escaped = new StringBuilder("{\"title\": \"x\", \"text\": \"");
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    KeepOut kettle = KeepOut.of(NONE.with(List.of(tombstone(text, null, null))));

    assertThat(kettle.has(reject("b", escaped.toString(), null)), is(true));
    assertThat(kettle.has(reject("b", "{\"text\": \"\\u4e00\\u4e8c", null)), is(false));
  }

  @Test
  void whatIsForgottenAlreadyIsNotForgottenAgain() {
    Reject place = ForgottenRejects.of(reject("forgotten", TEXT, URL));

    assertThat(KEEP_OUT.has(place), is(false));
    assertThat(place.getOriginal(), is(""));
    assertThat(place.getOriginalSha256(), is(""));
    assertThat(place.getUrl() == null && place.getTitle() == null, is(true));
    assertThat(place.getLines(), is(7));
  }

  @Test
  void tombstonesReadBackAndSayNothingOfTheText() throws IOException {
    Tombstones written = NONE.with(List.of(tombstone(TEXT, "Talks", 1)));

    String json = written.json();
    Tombstones read = Tombstones.parse("here", json.getBytes(StandardCharsets.UTF_8));

    assertThat(KeepOut.of(read).has(article("b", TEXT, null, null, null)), is(true));
    assertThat(read.ofUrl("http://example.org/2026/02/story.html").isPresent(), is(true));
    assertThat(read.ofId("forg").size(), is(1));
    assertThat(read.without(read.tombstones().get(0)).tombstones().isEmpty(), is(true));
    assertThat(json, not(containsString("Talks")));
    assertThat(json, not(containsString("example.org")));
    assertThat(json, not(containsString(TextPrint.of(TEXT).sha256())));
  }

  @Test
  void aListOfANewerWinnowIsRefused() throws IOException {
    String newer = NONE.json().replace("\"version\" : 1", "\"version\" : 2");

    IOException refused =
        assertThrows(
            IOException.class,
            () -> Tombstones.parse("here", newer.getBytes(StandardCharsets.UTF_8)));

    assertThat(
        refused.getMessage(), containsString("here: a list of forgotten texts of version 2"));
    assertThrows(IOException.class, () -> Tombstones.parse("here", new byte[] {'{'}));
  }

  private static Tombstone tombstone(String text, @Nullable String series, @Nullable Integer part) {
    TextPrint print = TextPrint.of(text);
    ForgottenText remembered =
        new ForgottenText(
            SALT.hash(print.sha256()),
            Fingerprints.VERSION,
            print.shingles(),
            print.sketch().array(),
            series == null ? null : SALT.hash(series),
            part,
            TextProbe.of(text));
    return new Tombstone(
        "forgotten",
        "2026-02-16",
        null,
        "test",
        List.of("forgotten"),
        List.of(SALT.hash(UrlKey.of(URL))),
        List.of(remembered));
  }

  private static Fingerprint article(
      String id,
      String text,
      @Nullable String url,
      @Nullable String series,
      @Nullable Integer part) {
    TextPrint print = TextPrint.of(text);
    return Fingerprint.newBuilder()
        .setRunId("r")
        .setId(id)
        .setRunSequence(1)
        .setVersion(Fingerprints.VERSION)
        .setSourceUri("s")
        .setSourceOrdinal(0)
        .setUrl(url)
        .setTitle("t")
        .setSeries(series)
        .setPart(part)
        .setChars(text.length())
        .setMetadata(0)
        .setContentSha256(print.sha256())
        .setShingles(print.shingles())
        .setSketch(print.sketch())
        .build();
  }

  private static Reject reject(String id, String original, @Nullable String url) {
    return Reject.newBuilder()
        .setRunId("r")
        .setId(id)
        .setFirstSeen(LocalDate.of(2026, 2, 16))
        .setSourceUri("s")
        .setSourceFormat("text")
        .setSourceOrdinal(0)
        .setLines(7)
        .setUrl(url)
        .setTitle("t")
        .setStage("clean")
        .setReason("too-little-text")
        .setOriginal(original)
        .setOriginalBytes(original.length())
        .setOriginalSha256("0")
        .build();
  }

  private static String made(long seed, int words) {
    String[] known =
        "river bridge market letter engine garden harbour library mountain signal".split(" ");
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(known[random.nextInt(known.length)])
          .append(random.nextInt(40))
          .append(i % 9 == 8 ? ". " : " ");
    }
    return text.toString().strip();
  }
}
