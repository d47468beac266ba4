package io.winnow.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rows of several sorted files of a dataset as one sorted sequence; rows with equal keys come
 * in the order of their files.
 *
 * <p>Holds one row and one page a column of each file in memory.
 */
public final class MergedRows<T extends SpecificRecord> implements Iterator<T>, Closeable {
  private final List<ParquetRows<T>> files = new ArrayList<>();
  private final PriorityQueue<Head<T>> heads;

  private MergedRows(Comparator<T> order) {
    heads =
        new PriorityQueue<>(
            Comparator.<Head<T>, T>comparing(Head::row, order).thenComparing(Head::file));
  }

  /** Opens the files at {@code paths}, each sorted by {@link Dataset#order}. */
  public static <T extends SpecificRecord> MergedRows<T> open(
      Dataset<T> dataset, RowStore store, List<String> paths) throws IOException {
    MergedRows<T> merged = new MergedRows<>(dataset.order());
    try {
      for (String path : paths) {
        merged.files.add(ParquetRows.read(dataset, store, path));
        merged.advance(merged.files.size() - 1);
      }
      return merged;
    } catch (IOException | RuntimeException e) {
      merged.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public T next() {
    Head<T> head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException("no more rows");
    }
    advance(head.file());
    return head.row();
  }

  private void advance(int file) {
    if (files.get(file).hasNext()) {
      heads.add(new Head<>(files.get(file).next(), file));
    }
  }

  @Override
  public void close() throws IOException {
    for (ParquetRows<T> file : files) {
      file.close();
    }
  }

  private record Head<T>(T row, int file) {}
}
