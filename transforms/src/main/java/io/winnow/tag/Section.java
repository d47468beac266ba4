package io.winnow.tag;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of the taxonomy, on either level.
 *
 * @param path {@code parent/child}, or {@code parent} alone on the upper level
 * @param zh Chinese label
 * @param en English label
 * @param headings other headings under which editors file the same things
 * @param terms words and phrases that speak for it
 * @param kinds forms of text that speak for it
 * @param sites hosts that speak for it
 */
public record Section(
    String path,
    String zh,
    String en,
    List<String> headings,
    List<String> terms,
    List<String> kinds,
    List<String> sites)
    implements Serializable {

  /** Path of the section above; null on the upper level. */
  public @Nullable String parent() {
    int slash = path.indexOf('/');
    return slash < 0 ? null : path.substring(0, slash);
  }
}
