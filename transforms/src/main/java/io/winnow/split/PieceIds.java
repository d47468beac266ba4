package io.winnow.split;

import io.winnow.privacy.PersonalDataMasker;
import io.winnow.read.Dump;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the pieces of one dump their ids: 32 hex digits of SHA-256 over the source, the raw text
 * and the rank among equal texts of the dump. An id stays when other pieces come before it.
 *
 * <p>Later windows of a dump do not see the earlier ones: {@link Ranks} say what lay there. Where
 * there was too much to tell, the window's first line goes into the hash instead, so that equal
 * records in two windows keep apart.
 *
 * <p>Where personal data are masked, the masked text is hashed: an id would else tell a number to
 * whoever tries them all.
 */
final class PieceIds {
  private final String source;
  private final Ranks ranks;
  private final PersonalDataMasker masker;
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * @param ranks null where there was too much to tell
   */
  PieceIds(Dump dump, @Nullable Ranks ranks, PersonalDataMasker masker) {
    this.masker = masker;
    String uri = dump.origin().uri();
    this.source =
        ranks != null
            ? uri
            : uri + "#" + dump.text().firstLine() + "#" + dump.text().firstOrdinal();
    this.ranks = ranks != null ? ranks : Ranks.NONE;
  }

  /** The id of the next piece, whose raw text is {@code raw}. */
  String next(String raw) {
    String masked = masker.mask(raw);
    String content = sha256(masked);
    int rank = ranks.before(masked) + seen.merge(content, 1, Integer::sum) - 1;
    return sha256(source + "\n" + content + "\n" + rank).substring(0, 32);
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
