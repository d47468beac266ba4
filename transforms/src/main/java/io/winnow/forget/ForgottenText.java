package io.winnow.forget;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.winnow.dedupe.Fingerprints;
import io.winnow.dedupe.TextPrint;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one wording of a text.
 *
 * @param hash salted, of the SHA-256 of the folded text
 * @param version of the print; one of another version tells nothing
 * @param shingles how many distinct ones it has
 * @param sketch of these, by which copies with a few changes are told; empty where only the same
 *     text is to be kept out
 * @param series salted hash of the series that it is a part of: other parts are other texts; null
 *     where it is none
 * @param part its number; null where it has none
 * @param probe by which it is found inside an original that was never split or cleaned
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ForgottenText(
    String hash,
    int version,
    int shingles,
    byte[] sketch,
    @Nullable String series,
    @Nullable Integer part,
    int[] probe)
    implements Serializable {

  /** Whether the print tells anything to this version. */
  boolean isComparable() {
    return version == Fingerprints.VERSION;
  }

  TextPrint print() {
    return new TextPrint(hash, shingles, ByteBuffer.wrap(sketch));
  }
}
