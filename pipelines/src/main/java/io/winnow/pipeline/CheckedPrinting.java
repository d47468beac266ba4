package io.winnow.pipeline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Prints to standard output, and stops soon after that takes no more, which Java's own printing
 * keeps to itself.
 */
final class CheckedPrinting implements Appendable {
  private static final int UNCHECKED_CHARS = 1 << 16;

  private final PrintWriter out;
  private long unchecked;

  CheckedPrinting(PrintWriter out) {
    this.out = out;
  }

  /** Whoever read the output has seen enough, such as {@code head}. */
  static final class ReaderLeft extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * To be called at the end, too.
   *
   * @throws ReaderLeft when the output was a pipe that was closed
   * @throws IOException when not all could be written for another reason, such as a full disk
   */
  static void finish(PrintWriter out) throws IOException {
    if (!out.checkError()) {
      return;
    }
    try (FileOutputStream again = new FileOutputStream(FileDescriptor.out)) {
      // Only the system says why, and only of what is written now.
      again.write('\n');
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe")) {
        throw new ReaderLeft();
      }
      throw e;
    }
    throw new IOException("not all of the answer could be written to standard output");
  }

  @Override
  public Appendable append(CharSequence text) throws IOException {
    out.append(text);
    return printed(text.length());
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) throws IOException {
    out.append(text, start, end);
    return printed(end - start);
  }

  @Override
  public Appendable append(char c) throws IOException {
    out.append(c);
    return printed(1);
  }

  private Appendable printed(int chars) throws IOException {
    unchecked += chars;
    if (unchecked > UNCHECKED_CHARS) {
      unchecked = 0;
      finish(out);
    }
    return this;
  }
}
