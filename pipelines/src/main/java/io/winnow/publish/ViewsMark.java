package io.winnow.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Remembers of which published attempts the views were rendered last. */
public final class ViewsMark {
  private static final String NAME = ".views";
  private static final String NEXT = ".views.next";

  private final OutputStore output;

  public ViewsMark(OutputStore output) {
    this.output = output;
  }

  /** Whether the views are of what is published now. */
  public boolean isCurrent() throws IOException {
    if (!output.names("").contains(NAME)) {
      return output.published().isEmpty();
    }
    try (InputStream in = Channels.newInputStream(output.open(NAME))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(state());
    }
  }

  /** To be called before rendering: what is half rendered is of nothing. */
  void clear() throws IOException {
    output.delete(NAME);
  }

  /** To be called after rendering. */
  public void set() throws IOException {
    output.delete(NEXT);
    try (OutputStream out = output.create(NEXT)) {
      out.write(state().getBytes(StandardCharsets.UTF_8));
    }
    output.move(NEXT, NAME);
  }

  private String state() throws IOException {
    return String.join("\n", List.copyOf(output.published().values()));
  }
}
