package io.winnow.forget;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One takedown: what it keeps out, without a word of it.
 *
 * @param id by which it is listed and lifted: that of a piece, or where a URL that nothing is
 *     published at was taken down the first 32 digits of its hash
 * @param date logical date of the takedown, {@code YYYY-MM-DD}
 * @param reason as it was given; null where none was
 * @param winnow version that made it
 * @param ids of the pieces that were removed
 * @param urls salted hashes of the keys of URLs under which no text may come back
 * @param texts that may not come back, in no wording that is near to them
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Tombstone(
    String id,
    String date,
    @Nullable String reason,
    String winnow,
    List<String> ids,
    List<String> urls,
    List<ForgottenText> texts)
    implements Serializable {
  public Tombstone {
    ids = List.copyOf(ids);
    urls = List.copyOf(urls);
    texts = List.copyOf(texts);
  }
}
