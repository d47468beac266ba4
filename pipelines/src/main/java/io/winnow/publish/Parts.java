package io.winnow.publish;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of a dataset, in as many parts as it is to have files; one is asked for at a time.
 *
 * @param <T> a row
 */
public interface Parts<T> {
  /** How many there are; one without rows gets no file, a dataset without rows an empty one. */
  int count();

  /** The rows of a part, sorted; no two of all parts share a key. Closed by who asked. */
  Stream<T> rows(int number) throws IOException;

  /** Opens the rows of a part. */
  interface Opener<F, T> {
    Stream<T> open(F file) throws IOException;
  }

  /** A part for each of {@code files}. */
  static <F, T> Parts<T> of(List<F> files, Opener<F, T> opener) {
    return new Parts<>() {
      @Override
      public int count() {
        return files.size();
      }

      @Override
      public Stream<T> rows(int number) throws IOException {
        return opener.open(files.get(number));
      }
    };
  }
}
