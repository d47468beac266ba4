package io.winnow.takedown;

import java.util.Collection;
import java.util.List;

/** The beginning of an id is that of several pieces: nothing is taken down on a guess. */
public final class AmbiguousName extends Exception {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 20;

  AmbiguousName(Name name, Collection<String> ids) {
    super(
        "%s is the beginning of %d ids; name one of them whole:\n  %s"
            .formatted(name.typed(), ids.size(), shown(ids)));
  }

  private static String shown(Collection<String> ids) {
    List<String> first = ids.stream().limit(SHOWN).toList();
    return String.join("\n  ", first)
        + (ids.size() > SHOWN ? "\n  and %d more".formatted(ids.size() - SHOWN) : "");
  }
}
