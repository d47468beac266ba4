package io.winnow.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * In which form digests are written.
 *
 * @param html whether each is also written as an HTML page; where one has a page already, the page
 *     follows in any case
 * @param site address under which the folder of digests is served, ending in a slash; null where
 *     links stay relative, or as they were
 */
public record DigestForm(boolean html, @Nullable URI site) {
  /** Markdown, and what is there already. */
  public static final DigestForm MARKDOWN = new DigestForm(false, null);
}
