package io.winnow.takedown;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Sorted rows with a few others among them, in their order. */
final class Merged<T> implements Iterator<T> {
  private final Stream<T> source;
  private final Iterator<T> rows;
  private final Iterator<T> others;
  private final Comparator<T> order;
  private @Nullable T row;
  private @Nullable T other;

  /**
   * @param source sorted
   * @param others in any order
   */
  Merged(Stream<T> source, Collection<T> others, Comparator<T> order) {
    this.source = source;
    this.rows = source.iterator();
    this.others = others.stream().sorted(order).iterator();
    this.order = order;
  }

  /** All of them; closing it closes the source. */
  Stream<T> stream() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false)
        .onClose(source::close);
  }

  @Override
  public boolean hasNext() {
    row = row == null && rows.hasNext() ? rows.next() : row;
    other = other == null && others.hasNext() ? others.next() : other;
    return row != null || other != null;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    boolean isRow = other == null || row != null && order.compare(row, other) <= 0;
    T next = isRow ? row : other;
    if (isRow) {
      row = null;
    } else {
      other = null;
    }
    return Objects.requireNonNull(next);
  }
}
