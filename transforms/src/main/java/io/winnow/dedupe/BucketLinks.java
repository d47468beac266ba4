package io.winnow.dedupe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links the texts of buckets that repeat one another, comparing only what is not linked already.
 *
 * <p>A part is what is linked so far; two parts are compared text by text until two repeat one
 * another. So a bucket of n near-copies costs n - 1 comparisons, its first text being the hub that
 * all others match; and a text that does not match a hub is compared with all behind it, so no pair
 * is lost to a false hub. What comes out are the connected components of "repeats", whatever the
 * order.
 */
final class BucketLinks {
  /** Whether two texts repeat one another. */
  @FunctionalInterface
  interface Comparison {
    boolean repeats(long a, long b);
  }

  /** Takes a pair of texts that repeat one another. */
  @FunctionalInterface
  interface Links {
    void add(long a, long b);
  }

  private final Components components = new Components();
  private final Comparison comparison;
  private final Links links;

  /**
   * @param links gets one pair less than a component has texts
   */
  BucketLinks(Comparison comparison, Links links) {
    this.comparison = comparison;
    this.links = links;
  }

  /** Links the texts of one bucket. */
  void addBucket(long[] texts) {
    Map<Long, List<Long>> parts = new LinkedHashMap<>();
    for (long text : texts) {
      parts.computeIfAbsent(components.root(text), root -> new ArrayList<>()).add(text);
    }
    List<List<Long>> apart = new ArrayList<>();
    for (List<Long> part : parts.values()) {
      addPart(part, apart);
    }
  }

  /** Merges the part with all that it repeats; the parts of {@code apart} repeat no other. */
  private void addPart(List<Long> part, List<List<Long>> apart) {
    List<Long> merged = null;
    for (int i = 0; i < apart.size(); i++) {
      List<Long> other = apart.get(i);
      if (link(other, part)) {
        if (merged == null) {
          merged = other;
        } else {
          merged.addAll(other);
          apart.remove(i--);
        }
      }
    }
    if (merged == null) {
      apart.add(part);
    } else {
      merged.addAll(part);
    }
  }

  private boolean link(List<Long> part, List<Long> other) {
    for (long a : part) {
      for (long b : other) {
        if (comparison.repeats(a, b)) {
          components.join(a, b);
          links.add(a, b);
          return true;
        }
      }
    }
    return false;
  }
}
