package io.winnow.read;

import java.util.List;

/**
 * What reading one file or archive member gave: its text, and the parts that could not be read.
 *
 * <p>A file that cannot be read at all has an empty text and one {@link Unreadable}; a truncated
 * one has the text up to there and one for its tail.
 *
 * @param last whether this is the last (usually the only) window of its source
 */
public record Dump(Origin origin, DumpText text, List<Unreadable> unreadable, boolean last) {
  public Dump {
    unreadable = List.copyOf(unreadable);
  }
}
