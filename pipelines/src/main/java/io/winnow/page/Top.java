package io.winnow.page;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the first few values of an order, whatever the number added and their order.
 *
 * <p>The order must be total, or equal values would be chosen by chance.
 */
final class Top<T> {
  private final int max;
  private final Comparator<? super T> order;
  private final PriorityQueue<T> kept;

  Top(int max, Comparator<? super T> order) {
    this.max = max;
    this.order = order;
    this.kept = new PriorityQueue<>(max + 1, order.reversed());
  }

  void add(T value) {
    kept.add(value);
    if (kept.size() > max) {
      kept.remove();
    }
  }

  List<T> list() {
    return kept.stream().sorted(order).toList();
  }
}
