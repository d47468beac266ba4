package io.winnow.reject;

import io.winnow.read.Origin;
import io.winnow.read.Unreadable;
import io.winnow.run.RunInfo;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import io.winnow.schema.Signal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the dataset {@code rejects}. */
public final class Rejects {
  /** Most bytes of an original that a row keeps, in UTF-8. */
  public static final int MAX_ORIGINAL_BYTES = 64 * 1024;

  private Rejects() {}

  /** A piece that stopped at {@code stage}, whole. */
  public static Reject of(
      RunInfo run, Piece piece, String stage, RejectReason reason, @Nullable String detail) {
    return of(run, piece, stage, Stop.because(reason, detail));
  }

  /** A piece that stopped at {@code stage}, whole, with what was measured. */
  public static Reject of(RunInfo run, Piece piece, String stage, Stop stop) {
    byte[] bytes = piece.getText().getBytes(StandardCharsets.UTF_8);
    return Reject.newBuilder()
        .setRunId(run.id())
        .setFirstSeen(run.date())
        .setId(piece.getId())
        .setSourceUri(piece.getSourceUri())
        .setSourceFormat(piece.getSourceFormat())
        .setSourceId(piece.getSourceId())
        .setSourceOrdinal(piece.getSourceOrdinal())
        .setStartLine(piece.getStartLine())
        .setEndLine(piece.getEndLine())
        .setStartOffset(piece.getStartOffset())
        .setEndOffset(piece.getEndOffset())
        .setLines(piece.getLines())
        .setUrl(piece.getUrl())
        .setTitle(piece.getTitle())
        .setStage(stage)
        .setReason(stop.reason().column())
        .setDetail(stop.detail())
        .setMeasured(stop.measured())
        .setThreshold(stop.threshold())
        .setOriginal(head(piece.getText()))
        .setOriginalBytes(bytes.length)
        .setOriginalSha256(sha256(bytes))
        .setSplitCues(piece.getSplitCues())
        .build();
  }

  /** The same reject, with all that was measured of its text before it was stopped. */
  public static Reject measured(Reject reject, List<Signal> quality, String lang, String kind) {
    return Reject.newBuilder(reject).setQuality(quality).setLang(lang).setKind(kind).build();
  }

  /** A part of a source that could not be read; it has no lines. */
  public static Reject of(
      RunInfo run, Origin origin, String id, int ordinal, Unreadable unreadable) {
    return Reject.newBuilder()
        .setRunId(run.id())
        .setFirstSeen(run.date())
        .setId(id)
        .setSourceUri(origin.uri())
        .setSourceFormat(origin.format().column())
        .setSourceOrdinal(ordinal)
        .setStartOffset(unreadable.startOffset())
        .setEndOffset(unreadable.startOffset() + unreadable.originalBytes())
        .setStage("read")
        .setReason(unreadable.reason().column())
        .setDetail(unreadable.detail())
        .setMeasured(unreadable.measured())
        .setThreshold(unreadable.threshold())
        .setOriginal(head(unreadable.original()))
        .setOriginalBytes(unreadable.originalBytes())
        .setOriginalSha256(unreadable.originalSha256())
        .build();
  }

  /**
   * As much of the beginning of {@code text} as fits {@link #MAX_ORIGINAL_BYTES}, in whole
   * characters.
   */
  static String head(String text) {
    if (text.length() <= MAX_ORIGINAL_BYTES / 3) {
      return text;
    }
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer chars = CharBuffer.wrap(text);
    encoder.encode(chars, ByteBuffer.allocate(MAX_ORIGINAL_BYTES), true);
    return text.substring(0, chars.position());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
