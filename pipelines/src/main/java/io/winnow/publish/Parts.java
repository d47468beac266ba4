package io.winnow.publish;

import java.io.IOException;
import java.util.Iterator;

/**
 * The rows of a dataset, in as many parts as it is to have files; one is asked for at a time.
 *
 * @param <T> a row
 */
public interface Parts<T> {
  /** How many there are; a dataset without parts gets one empty file. */
  int count();

  /** The rows of a part, sorted; no two of all parts share a key. */
  Iterator<T> rows(int number) throws IOException;
}
