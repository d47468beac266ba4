package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Draws a sample of at most so many distinct items: those whose names have the least hashes, so
 * that the sample is the same in whatever order and parts they come.
 *
 * @param <T> what is drawn; two items of one name count as one
 */
final class LeastByHash<T> {
  private final int size;
  private final TreeSet<Named<T>> least =
      new TreeSet<>(Comparator.<Named<T>>comparingLong(Named::hash).thenComparing(Named::name));
  private final Function<T, String> name;

  LeastByHash(int size, Function<T, String> name) {
    this.size = size;
    this.name = name;
  }

  void add(T item) {
    String known = name.apply(item);
    long hash = Hashing.komihash5_0().hashCharsToLong(known);
    if (least.size() == size && hash > least.last().hash) {
      return;
    }
    if (least.add(new Named<>(hash, known, item)) && least.size() > size) {
      least.pollLast();
    }
  }

  /** By hash, the least first. */
  List<T> items() {
    List<T> items = new ArrayList<>(least.size());
    least.forEach(each -> items.add(each.item));
    return items;
  }

  private record Named<T>(long hash, String name, T item) {}
}
