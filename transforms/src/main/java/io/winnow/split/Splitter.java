package io.winnow.split;

import io.winnow.privacy.MaskTally;
import io.winnow.privacy.MaskedRecords;
import io.winnow.privacy.PersonalDataMasker;
import io.winnow.read.Dump;
import io.winnow.read.DumpText;
import io.winnow.read.Origin;
import io.winnow.read.Unreadable;
import io.winnow.record.JsonMapping;
import io.winnow.record.RecordFields;
import io.winnow.record.SourceRecord;
import io.winnow.reject.Rejects;
import io.winnow.run.RunInfo;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a dump into pieces, by the detector that explains it best.
 *
 * <p>Every non-blank line ends up in exactly one piece, reject or frame ({@link SplitDump}). The
 * result depends on the dump and the run alone. Among equal scores the detector named first wins.
 */
public final class Splitter implements Serializable {
  private static final long serialVersionUID = 1;

  private static final List<Detector> DETECTORS =
      List.of(
          new PageDetector(),
          new MailboxDetector(),
          new FrontMatterDetector(),
          new DatedNotesDetector(),
          new DiaryDetector(),
          new DigestDetector(),
          new NewsletterDetector(),
          new LinkListDetector(),
          new LinkedTitlesDetector(),
          new BookDetector(),
          new PlainBookDetector(),
          new TitledNotesDetector(),
          new StreamDetector(),
          new SingleDetector());

  private final RunInfo run;
  private final JsonLinesDetector jsonLines;
  private final PersonalDataMasker masker;

  /** With the field names that need no mapping. */
  public Splitter(RunInfo run) {
    this(run, new JsonMapping(RecordFields.defaults()));
  }

  public Splitter(RunInfo run, JsonMapping mapping) {
    this(run, mapping, PersonalDataMasker.NONE);
  }

  /** The same; every piece and reject leaves it masked. */
  public Splitter(RunInfo run, JsonMapping mapping, PersonalDataMasker masker) {
    this.run = run;
    this.masker = masker;
    this.jsonLines = new JsonLinesDetector(mapping);
  }

  /** The pieces, rejects and ledger line of a dump that comes whole. */
  public SplitDump split(Dump dump) {
    return split(dump, Ranks.NONE);
  }

  /** What it masks by. */
  PersonalDataMasker masker() {
    return masker;
  }

  /**
   * The same of a window.
   *
   * @param ranks equal records before it; null where there were too many to tell
   */
  SplitDump split(Dump dump, @Nullable Ranks ranks) {
    return split(dump, ranks, new MaskTally());
  }

  /**
   * The same.
   *
   * @param tally counts what is masked
   */
  SplitDump split(Dump dump, @Nullable Ranks ranks, MaskTally tally) {
    List<Proposal> proposals = propose(dump, false);
    Proposal best = proposals.isEmpty() ? null : proposals.get(0);
    PieceIds ids = new PieceIds(dump, ranks, masker);
    List<Piece> pieces = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    int ordinal = dump.text().firstOrdinal();
    int frame = 0;
    for (SourceRecord record : dump.records()) {
      Piece split = RecordPieces.of(dump.origin(), record, ids.next(record.raw()), ordinal++);
      Piece piece = MaskedRecords.of(split, masker, tally);
      if (record.stop() == null) {
        pieces.add(piece);
      } else {
        rejects.add(masked(Rejects.of(run, piece, "read", record.stop()), tally));
      }
    }
    if (best != null) {
      for (Part part : best.layout().parts()) {
        if (part.role() == Part.Role.FRAME) {
          frame += dump.text().nonBlank(part.from(), part.to());
          continue;
        }
        Piece piece = MaskedRecords.of(piece(dump, best, part, ids, ordinal++), masker, tally);
        if (part.reason() == null) {
          pieces.add(piece);
        } else {
          Reject reject = Rejects.of(run, piece, "split", part.reason(), part.detail());
          rejects.add(masked(reject, tally));
        }
      }
    }
    for (Unreadable unreadable : dump.unreadable()) {
      String id = ids.next(unreadable.originalSha256() + "@" + unreadable.startOffset());
      rejects.add(masked(Rejects.of(run, dump.origin(), id, ordinal++, unreadable), tally));
    }
    return new SplitDump(
        pieces, rejects, ledger(dump, best, pieces.size() + rejects.size(), frame));
  }

  /**
   * What every detector that has something to say makes of the dump, best first; the first one is
   * what {@link #split} goes by. Empty where the dump has no line with text.
   */
  public List<Proposal> explain(Dump dump) {
    return propose(dump, true);
  }

  /**
   * @param all whether detectors are asked that cannot win any more
   */
  private List<Proposal> propose(Dump dump, boolean all) {
    Lines lines = new Lines(dump);
    List<Proposal> proposals = new ArrayList<>();
    if (lines.count() == 0) {
      return proposals;
    }
    propose(jsonLines, lines, all, proposals);
    DETECTORS.forEach(detector -> propose(detector, lines, all, proposals));
    proposals.sort(Comparator.comparingDouble((Proposal p) -> p.layout().score()).reversed());
    return proposals;
  }

  private static void propose(
      Detector detector, Lines lines, boolean all, List<Proposal> proposals) {
    double best = proposals.stream().mapToDouble(p -> p.layout().score()).max().orElse(0);
    if (all || detector.ceiling() > best) {
      detector
          .detect(lines)
          .ifPresent(layout -> proposals.add(new Proposal(detector.name(), layout)));
    }
  }

  private static Piece piece(Dump dump, Proposal by, Part part, PieceIds ids, int ordinal) {
    Origin origin = dump.origin();
    DumpText text = dump.text();
    String raw = text.lines(part.from(), part.to());
    Piece.Builder piece =
        Piece.newBuilder()
            .setId(ids.next(raw))
            .setSourceUri(origin.uri())
            .setSourceFormat(origin.format().column())
            .setSourceOrdinal(ordinal)
            .setStartLine(part.from())
            .setEndLine(part.to())
            .setStartOffset(known(text.startOffset(part.from())))
            .setEndOffset(known(text.endOffset(part.to())))
            .setLines(text.nonBlank(part.from(), part.to()))
            .setCharset(Objects.requireNonNull(origin.charset(), "a text has a charset"))
            .setCharsetConfidence(origin.charsetConfidence())
            .setSplitDetector(by.detector())
            .setSplitScore(Math.rint(by.layout().score() * 1e6) / 1e6)
            .setSplitCues(part.reasons())
            .setMedia(origin.format().column())
            .setText(raw);
    part.facts().accept(piece);
    return piece.build();
  }

  private Reject masked(Reject reject, MaskTally tally) {
    return MaskedRecords.of(reject, masker, tally);
  }

  private LedgerEntry ledger(Dump dump, @Nullable Proposal best, int split, int frame) {
    Origin origin = dump.origin();
    DumpText text = dump.text();
    int lines = text.nonBlank(text.firstLine(), text.lastLine());
    boolean isUnread = lines == 0 && dump.records().isEmpty() && !dump.unreadable().isEmpty();
    String detector = best == null ? null : best.detector();
    return LedgerEntry.newBuilder()
        .setRunId(run.id())
        .setSourceUri(origin.uri())
        .setContainer(origin.container())
        .setSha256(origin.sha256())
        .setFileSha256(origin.fileSha256())
        .setBytes(origin.bytes())
        .setFormat(origin.format().column())
        .setCharset(origin.charset())
        .setDetector(dump.records().isEmpty() ? detector : origin.format().column())
        .setStatus(isUnread ? "unreadable" : "read")
        .setSplit(split)
        .setLines(lines)
        .setLinesFrame(frame)
        .build();
  }

  private static @Nullable Long known(long offset) {
    return offset < 0 ? null : offset;
  }
}
