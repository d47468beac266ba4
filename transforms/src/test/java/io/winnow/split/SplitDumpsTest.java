package io.winnow.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.winnow.read.BeamFiles;
import io.winnow.read.DumpReader;
import io.winnow.read.ReadSpec;
import io.winnow.read.Samples;
import io.winnow.read.SourceFile;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitDumpsTest {
  private static final ReadSpec WINDOWS = new ReadSpec(4096, 1024, 9, 1 << 24, 10_000);
  private static final Queue<Piece> PIECES = new ConcurrentLinkedQueue<>();
  private static final Queue<Reject> REJECTS = new ConcurrentLinkedQueue<>();
  private static final Queue<LedgerEntry> LEDGER = new ConcurrentLinkedQueue<>();

  @TempDir private Path folder;

  @BeforeEach
  void forget() {
    PIECES.clear();
    REJECTS.clear();
    LEDGER.clear();
  }

  @Test
  void piecesAreTheSameWhereverWindowsAreCut() throws IOException {
    SourceFile file = file("a.jsonl", records(7, 400));
    List<Piece> whole = split(List.of(file), ReadSpec.defaults());
    assertThat(LEDGER, hasSize(1));
    forget();
    List<Piece> windowed = split(List.of(file), WINDOWS);
    assertThat(windowed, is(whole));
    assertThat(LEDGER.size(), greaterThan(5));
    assertThat(whole.stream().map(Piece::getId).distinct().count(), is(400L));
  }

  @Test
  void aLineAboveTheCapIsOneRejectAndTheRestGoesOn() throws IOException {
    String tooLong = "{\"text\": \"" + "x".repeat(5000) + "\"}\n";
    SourceFile file = file("a.jsonl", records(1, 50) + tooLong + records(2, 50));
    assertThat(split(List.of(file), WINDOWS), hasSize(100));
    assertThat(REJECTS, hasSize(1));
    assertThat(REJECTS.element().getReason(), is("too-large"));
  }

  @Test
  void aMemberOfAnArchiveKeepsItsIdsWhateverLiesBesideIt() throws IOException {
    List<Piece> alone = split(List.of(zip("b.jsonl")), WINDOWS);
    List<String> ids = alone.stream().map(Piece::getId).sorted().toList();
    forget();
    List<Piece> beside = split(List.of(zip("a.jsonl", "b.jsonl")), WINDOWS);
    assertThat(
        beside.stream()
            .filter(piece -> piece.getSourceUri().endsWith("b.jsonl"))
            .map(Piece::getId)
            .sorted()
            .toList(),
        is(ids));
    assertThat(beside.stream().map(Piece::getId).distinct().count(), is(800L));
  }

  @Test
  void anUnchangedFileGivesItsRowAlone() throws Exception {
    SourceFile file = file("a.jsonl", records(7, 400));
    byte[] bytes = Files.readAllBytes(Path.of(file.path()));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    List<String> known = List.of(HexFormat.of().formatHex(digest));
    assertThat(split(List.of(file.withKnownSha256(known)), WINDOWS), hasSize(0));
    assertThat(LEDGER, hasSize(1));
    assertThat(LEDGER.element().getStatus(), is("unchanged"));
  }

  @Test
  void smallFilesAndOthersAreReadWhole() throws IOException {
    String notes = "# 一\n\n第一段。\n\n".repeat(200);
    split(List.of(file("b.md", notes), file("c.jsonl", records(3, 2))), WINDOWS);
    assertThat(LEDGER, hasSize(2));
  }

  @Test
  void everyFormatIsReadAndItsPiecesRejectsAndLinesAddUp() throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Map.Entry<String, byte[]> dump : new Samples(3, 12).ofEachFormat().entrySet()) {
      Path path = Files.write(folder.resolve(dump.getKey()), dump.getValue());
      files.add(new SourceFile(path.toString(), dump.getKey(), Files.size(path), List.of()));
    }
    files.add(file("broken.warc", "WARC/1.0\r\nWARC-Type: response\r\n"));
    List<Piece> pieces = split(files, ReadSpec.defaults());
    for (LedgerEntry row : LEDGER) {
      String uri = row.getSourceUri();
      List<Piece> its = pieces.stream().filter(p -> p.getSourceUri().equals(uri)).toList();
      List<Reject> rejects = REJECTS.stream().filter(r -> r.getSourceUri().equals(uri)).toList();
      assertThat(uri, its.size() + rejects.size(), is(row.getSplit()));
      int lines =
          its.stream().mapToInt(Piece::getLines).sum()
              + rejects.stream().mapToInt(Reject::getLines).sum()
              + row.getLinesFrame();
      assertThat(uri, lines, is(row.getLines()));
    }
    assertThat(REJECTS, hasSize(1));
    assertThat(REJECTS.element().getReason(), is("corrupt"));
    assertThat(
        LEDGER.stream().map(LedgerEntry::getFormat).distinct().sorted().toList(),
        contains(
            "atom",
            "eml",
            "html",
            "json",
            "jsonl",
            "markdown",
            "mediawiki",
            "parquet",
            "rss",
            "text",
            "warc",
            "wet"));
    for (String uri :
        List.of(
            "a.jsonl",
            "a.json",
            "rss.xml",
            "atom.xml",
            "a.warc.gz",
            "a.wet.gz",
            "a.parquet",
            "wiki.xml.bz2",
            "a.mbox")) {
      List<Piece> its = pieces.stream().filter(p -> p.getSourceUri().equals(uri)).toList();
      assertThat(uri, its.stream().map(Piece::getSourceOrdinal).toList(), contains(0, 1, 2));
      assertThat(uri, its.stream().map(Piece::getId).distinct().count(), is(3L));
    }
    assertThat(pieces.stream().filter(p -> p.getSourceUri().contains("!/")).count(), is(6L));
  }

  @Test
  void noFilesGiveNothing() {
    assertThat(split(List.of(), WINDOWS), hasSize(0));
    assertThat(LEDGER, hasSize(0));
  }

  private SourceFile file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.write(path, text.getBytes(UTF_8));
    return new SourceFile(path.toString(), name, Files.size(path), List.of());
  }

  /** An archive of members with the same 400 records each. */
  private SourceFile zip(String... members) throws IOException {
    Path path = folder.resolve("all.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
      for (String member : members) {
        out.putNextEntry(new ZipEntry(member));
        out.write(records(5, 400).getBytes(UTF_8));
        out.closeEntry();
      }
    }
    return new SourceFile(path.toString(), "all.zip", Files.size(path), List.of());
  }

  /** Records of which many are equal, near and far from one another. */
  private static String records(long seed, int count) {
    Random random = new Random(seed);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"text\": \"记录 ").append(random.nextInt(60)).append("\"}\n");
    }
    return lines.toString();
  }

  private static List<Piece> split(List<SourceFile> files, ReadSpec spec) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    var split =
        pipeline
            .apply(Create.of(files).withCoder(SerializableCoder.of(SourceFile.class)))
            .apply(SplitDumps.with(new DumpReader(spec), new BeamFiles(), Dumps.RUN));
    split.apply("Take", ParDo.of(new TakeFn()));
    pipeline.run().waitUntilFinish();
    List<Piece> pieces = new ArrayList<>(PIECES);
    pieces.sort(Comparator.comparingInt(Piece::getSourceOrdinal));
    return pieces;
  }

  private static final class TakeFn extends DoFn<SplitDump, Void> {
    @ProcessElement
    public void process(@Element SplitDump dump) {
      PIECES.addAll(dump.pieces());
      REJECTS.addAll(dump.rejects());
      LEDGER.add(dump.ledger());
    }
  }
}
