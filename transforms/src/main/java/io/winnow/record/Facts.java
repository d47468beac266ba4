package io.winnow.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of itself, as it stands there: nothing is parsed or checked.
 *
 * @param id the record's own
 * @param url where the text is published
 * @param date when it was published
 * @param lang of the text, as any tag
 * @param publication what it appeared in
 * @param path sections it stands under, outermost first
 * @param kind form of the text where the format implies one
 */
public record Facts(
    @Nullable String id,
    @Nullable String title,
    @Nullable String url,
    List<String> authors,
    @Nullable String date,
    @Nullable String lang,
    @Nullable String publication,
    List<String> path,
    @Nullable String kind) {
  public static final Facts NONE =
      new Facts(null, null, null, List.of(), null, null, null, List.of(), null);

  public Facts {
    authors = List.copyOf(authors);
    path = List.copyOf(path);
  }

  /** The same with the publication it appeared in, and the language unless it names its own. */
  public Facts in(@Nullable String publication, @Nullable String lang) {
    return new Facts(
        id,
        title,
        url,
        authors,
        date,
        this.lang != null ? this.lang : lang,
        this.publication != null ? this.publication : publication,
        path,
        kind);
  }
}
