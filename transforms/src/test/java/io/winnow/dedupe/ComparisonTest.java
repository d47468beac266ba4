package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.dedupe.Comparison.Finding;
import io.winnow.schema.Fingerprint;
import io.winnow.text.Folding;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final DedupeSpec SPEC = DedupeSpec.defaults();
  private static final String TEXT = words(1, 400);

  @Test
  void aCopyWithFewWordsReplacedIsSimilarByBothMeasures() {
    String copy = TEXT.replaceFirst("w17", "changed").replaceFirst("w100", "too");
    Comparison compared = compare(TEXT, copy);
    assertThat(compared.finding(), is(Finding.SIMILAR));
    assertThat(compared.bandsMet(), greaterThan(0));
    assertThat(compared.estimated().jaccard(), closeTo(compared.exact().jaccard(), 0.1));
    assertThat(compared.margin(), greaterThan(0.4));
  }

  @Test
  void aTruncatedCopyIsSimilarByContainment() {
    Comparison compared = compare(TEXT, TEXT.substring(0, TEXT.length() * 2 / 5));
    assertThat(compared.isByContainment(SPEC), is(true));
    assertThat(compared.exact().containment(), greaterThan(0.95));
  }

  @Test
  void otherTextsAreBelowTheThresholdAndDoNotMeet() {
    Comparison compared = compare(TEXT, words(2, 400));
    assertThat(compared.finding(), is(Finding.BELOW_THRESHOLD));
    assertThat(compared.margin(), closeTo(compared.estimated().jaccard() - SPEC.near(), 0.3));
  }

  @Test
  void equalTextsAreTheSameUnlessTheyArePartsOfASeries() {
    assertThat(compare(TEXT, TEXT).finding(), is(Finding.SAME_TEXT));
    Fingerprint one = print(TEXT, "https://a.example/1");
    Comparison parts =
        Comparison.of(
            Fingerprint.newBuilder(one).setSeries("s").setPart(1).build(),
            TEXT,
            Fingerprint.newBuilder(one).setSeries("s").setPart(2).build(),
            TEXT,
            SPEC);
    assertThat(parts.finding(), is(Finding.PARTS_OF_A_SERIES));
  }

  @Test
  void formsOfOneUrlAreOne() {
    Comparison compared =
        Comparison.of(
            print(TEXT, "https://a.example/x?utm_source=q"),
            TEXT,
            print(words(2, 400), "http://m.a.example/x"),
            words(2, 400),
            SPEC);
    assertThat(compared.sameUrl(), is(true));
  }

  @Test
  void aShortTextHasNoEstimate() {
    Comparison compared = compare(TEXT, "too short");
    assertThat(compared.finding(), is(Finding.TOO_SHORT));
    assertThat(compared.estimated(), is(nullValue()));
    assertThat(compared.margin(), is(nullValue()));
  }

  @Test
  void fingerprintsOfTwoVersionsAreNotCompared() {
    Fingerprint one = print(TEXT, null);
    Fingerprint old = Fingerprint.newBuilder(one).setVersion(one.getVersion() - 1).build();
    assertThrows(IllegalArgumentException.class, () -> Comparison.of(one, TEXT, old, TEXT, SPEC));
  }

  private static Comparison compare(String one, String other) {
    return Comparison.of(print(one, null), one, print(other, null), other, SPEC);
  }

  private static Fingerprint print(String text, String url) {
    long[] shingles = Shingles.of(Folding.words(text));
    return Fingerprint.newBuilder()
        .setRunId("r")
        .setId(Integer.toHexString(text.hashCode()))
        .setRunSequence(1)
        .setVersion(Fingerprints.VERSION)
        .setSourceUri("a.txt")
        .setSourceOrdinal(0)
        .setUrl(url)
        .setTitle("t")
        .setChars(text.length())
        .setMetadata(1)
        .setContentSha256(Folding.key(text))
        .setShingles(shingles.length)
        .setSketch(text.length() < 100 ? ByteBuffer.allocate(0) : Sketch.of(shingles).toBytes())
        .build();
  }

  private static String words(int seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + (i % 20 == 0 ? i : random.nextInt(5_000)))
        .collect(Collectors.joining(" "));
  }
}
