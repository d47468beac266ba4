package io.winnow.tag.section;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;

/** How often a text has each feature; features are known by the hash of what they are. */
final class FeatureCounts {
  private static final FeatureGroup[] GROUPS = FeatureGroup.values();

  private final Int2IntOpenHashMap places = new Int2IntOpenHashMap();
  private int[] keys = new int[64];
  private int[] counts = new int[64];
  private byte[] groups = new byte[64];
  private int size;

  FeatureCounts() {
    places.defaultReturnValue(-1);
  }

  void add(int hash, FeatureGroup group) {
    int key = key(hash, group);
    int place = places.putIfAbsent(key, size);
    if (place >= 0) {
      counts[place]++;
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      groups = Arrays.copyOf(groups, 2 * size);
    }
    keys[size] = key;
    counts[size] = 1;
    groups[size++] = (byte) group.ordinal();
  }

  /** What a feature is known by. */
  static int key(int hash, FeatureGroup group) {
    return mixed(hash * 31 + group.ordinal());
  }

  int size() {
    return size;
  }

  int key(int i) {
    return keys[i];
  }

  int count(int i) {
    return counts[i];
  }

  FeatureGroup group(int i) {
    return GROUPS[groups[i]];
  }

  /** The same in as little memory as can be; nothing can be added to it any more. */
  FeatureCounts compacted() {
    FeatureCounts small = new FeatureCounts();
    small.keys = Arrays.copyOf(keys, size);
    small.counts = Arrays.copyOf(counts, size);
    small.groups = Arrays.copyOf(groups, size);
    small.size = size;
    small.places.trim();
    return small;
  }

  /** Spreads similar hashes over all integers (the end of MurmurHash3). */
  private static int mixed(int hash) {
    int mixed = hash;
    mixed ^= mixed >>> 16;
    mixed *= 0x85ebca6b;
    mixed ^= mixed >>> 13;
    mixed *= 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }
}
