package io.winnow.split;

import java.util.List;

/**
 * A dump laid out in parts: every non-blank line lies in exactly one of them.
 *
 * @param score how well the shape explains the dump, 0 to 1; see {@link Score}
 * @param parts in the order of the dump, without overlap
 */
public record Layout(double score, List<Part> parts) {
  public Layout {
    parts = List.copyOf(parts);
    int last = Integer.MIN_VALUE;
    for (Part part : parts) {
      if (part.from() <= last) {
        throw new IllegalArgumentException(
            "parts must not overlap: line " + part.from() + " comes after line " + last);
      }
      last = part.to();
    }
  }

  /** Parts that are articles. */
  public long articles() {
    return parts.stream().filter(part -> part.role() == Part.Role.ARTICLE).count();
  }
}
