package io.winnow.privacy;

import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Masks pieces and rejects, each field that holds words of the source. */
public final class MaskedRecords {
  private MaskedRecords() {}

  /** The piece, masked; its place, id and days stay. */
  public static Piece of(Piece piece, PersonalDataMasker masker, MaskTally tally) {
    if (!masker.isOn()) {
      return piece;
    }
    Fields fields = new Fields(masker, tally);
    return Piece.newBuilder(piece)
        .setText(
            piece.getMedia().equals("html")
                ? masker.maskHtml(piece.getText(), tally)
                : masker.mask(piece.getText(), tally))
        .setSourceId(fields.masked(piece.getSourceId()))
        .setSourcePath(fields.masked(piece.getSourcePath()))
        .setTitle(fields.masked(piece.getTitle()))
        .setUrl(fields.masked(piece.getUrl()))
        .setPublishedRaw(fields.masked(piece.getPublishedRaw()))
        .setAuthors(fields.masked(piece.getAuthors()))
        .setPublication(fields.masked(piece.getPublication()))
        .setIssue(fields.masked(piece.getIssue()))
        .build();
  }

  /**
   * The reject, masked. Where something was masked in the original, its hash is that of the masked
   * one: a hash of a short original would tell the number to whoever tries them all.
   */
  public static Reject of(Reject reject, PersonalDataMasker masker, MaskTally tally) {
    if (!masker.isOn()) {
      return reject;
    }
    Fields fields = new Fields(masker, tally);
    String original = masker.maskHtml(reject.getOriginal(), tally);
    return Reject.newBuilder(reject)
        .setSourceId(fields.masked(reject.getSourceId()))
        .setUrl(fields.masked(reject.getUrl()))
        .setTitle(fields.masked(reject.getTitle()))
        .setDetail(fields.masked(reject.getDetail()))
        .setOriginal(original)
        .setOriginalSha256(
            original.equals(reject.getOriginal()) ? reject.getOriginalSha256() : sha256(original))
        .build();
  }

  private record Fields(PersonalDataMasker masker, MaskTally tally) {
    @Nullable String masked(@Nullable String field) {
      return masker.maskIfPresent(field, tally);
    }

    List<String> masked(List<String> fields) {
      List<String> masked = new ArrayList<>(fields.size());
      fields.forEach(field -> masked.add(masker.mask(field, tally)));
      return masked;
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
