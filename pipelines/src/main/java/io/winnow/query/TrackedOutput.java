package io.winnow.query;

import java.io.IOException;

/** Passes text on, and knows whether there was any. */
final class TrackedOutput implements Appendable {
  private final Appendable out;
  private boolean used;

  TrackedOutput(Appendable out) {
    this.out = out;
  }

  boolean isUsed() {
    return used;
  }

  @Override
  public Appendable append(CharSequence text) throws IOException {
    used = true;
    out.append(text);
    return this;
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) throws IOException {
    return append(text.subSequence(start, end));
  }

  @Override
  public Appendable append(char c) throws IOException {
    used = true;
    out.append(c);
    return this;
  }
}
