package io.winnow.peers;

import io.winnow.dedupe.Fingerprints;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.summarize.Summarizer;
import io.winnow.summarize.SummarySpec;
import io.winnow.tag.TagSpec;
import io.winnow.tag.Tagger;
import io.winnow.tag.keyword.Keywords;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRowWriter;
import io.winnow.write.ParquetSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One pass over all articles of a folder, on one thread, by Winnow and by a peer.
 *
 * <p>Warm-up and measurement are counted in passes, not in seconds: on a busy machine the compiler
 * would not be done in any number of seconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"})
@Warmup(iterations = 15)
@Measurement(iterations = 15)
public class PeerBench {
  private static final int KEYWORDS = 10;

  @Param("")
  public String texts;

  private final PlainMinHash minHash = new PlainMinHash();
  private final ParquetSpec parquet = ParquetSpec.of("bench");
  private List<Draft> drafts;
  private List<Article> articles;

  @Setup
  public void read() throws IOException {
    drafts = Texts.of(Path.of(texts));
    Tagger tagger = new Tagger(TagSpec.defaults());
    Summarizer summarizer = new Summarizer(new SummarySpec(null, null));
    articles =
        drafts.stream().map(Draft::getArticle).map(tagger::tag).map(summarizer::summarize).toList();
  }

  @Benchmark
  public void fingerprintsWinnow(Blackhole sink) {
    drafts.forEach(draft -> sink.consume(Fingerprints.of(draft, Texts.RUN)));
  }

  @Benchmark
  public void fingerprintsMinHash(Blackhole sink) {
    drafts.forEach(draft -> sink.consume(minHash.sketch(draft.getArticle().getText())));
  }

  @Benchmark
  public void keywordsWinnow(Blackhole sink) {
    articles.forEach(
        article -> sink.consume(Keywords.of(article.getTitle(), article.getText(), KEYWORDS)));
  }

  @Benchmark
  public void keywordsRake(Blackhole sink) {
    articles.forEach(
        article -> sink.consume(Rake.keywords(article.getTitle(), article.getText(), KEYWORDS)));
  }

  @Benchmark
  public void parquetWinnow(Blackhole sink) throws IOException {
    try (ParquetRowWriter<Article> writer =
        new ParquetRowWriter<>(Dataset.ARTICLES, parquet, OutputStream.nullOutputStream())) {
      for (Article article : articles) {
        writer.write(article);
      }
      sink.consume(writer.rows());
    }
  }

  @Benchmark
  public void parquetAvro(Blackhole sink) throws IOException {
    sink.consume(PlainParquet.write(articles));
  }
}
