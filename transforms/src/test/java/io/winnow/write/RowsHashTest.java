package io.winnow.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.winnow.schema.Article;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsHashTest {
  private static final BigInteger TWO_TO_128 = BigInteger.ONE.shiftLeft(128);

  @Test
  void addsModulo2To128() {
    List<RowsHash> values =
        List.of(
            new RowsHash(0, 1),
            new RowsHash(0, -1),
            new RowsHash(-1, -1),
            new RowsHash(Long.MAX_VALUE, Long.MIN_VALUE));
    for (RowsHash a : values) {
      for (RowsHash b : values) {
        assertThat(number(a.plus(b)), equalTo(number(a).add(number(b)).mod(TWO_TO_128)));
      }
    }
  }

  @Test
  void isTheSameInAnyOrder() {
    assertThat(
        hash(SampleRows.full("a"), SampleRows.sparse("b")),
        equalTo(hash(SampleRows.sparse("b"), SampleRows.full("a"))));
  }

  @Test
  void tellsARowFromTheSameRowTwice() {
    assertThat(
        hash(SampleRows.full("a"), SampleRows.full("a")), not(equalTo(hash(SampleRows.full("a")))));
    assertThat(hash(SampleRows.full("a"), SampleRows.full("a")), not(equalTo(RowsHash.NONE)));
  }

  @Test
  void seesAChangeInAnyColumn() {
    RowsHash before = hash(SampleRows.full("a"));

    assertThat(
        hash(
            Article.newBuilder(SampleRows.full("a"))
                .setPublished(LocalDate.of(1970, 1, 1))
                .build()),
        not(equalTo(before)));
    assertThat(
        hash(Article.newBuilder(SampleRows.full("a")).setSectionScore(0.000001).build()),
        not(equalTo(before)));
  }

  @Test
  void isReadBackFromItsText() {
    RowsHash hash = hash(SampleRows.full("a"));

    assertThat(RowsHash.parse(hash.toString()), equalTo(hash));
  }

  private static RowsHash hash(Article... rows) {
    RowHasher<Article> hasher =
        new RowHasher<>(Dataset.ARTICLES.schema(), ParquetRowWriter.model());
    RowsHash sum = RowsHash.NONE;
    for (Article row : rows) {
      sum = sum.plus(hasher.hash(row));
    }
    return sum;
  }

  private static BigInteger number(RowsHash hash) {
    return new BigInteger(hash.toString(), 16);
  }
}
