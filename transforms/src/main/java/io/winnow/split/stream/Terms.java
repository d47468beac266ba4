package io.winnow.split.stream;

import io.winnow.text.Scripts;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The terms of a stream in order: words of three letters or more, and pairs of neighbouring Han
 * characters, as numbers.
 */
final class Terms {
  /** Terms in a block over which rarity is counted. */
  private static final int BLOCK = 200;

  private static final int MIN_WORD = 3;

  private final IntArrayList terms = new IntArrayList();
  private final int[] all;
  private final int[] starts;
  private final Map<String, Integer> words = new HashMap<>();
  private final Long2IntOpenHashMap pairs = new Long2IntOpenHashMap();
  private final double[] rarity;

  /** For each term the last question it was wanted in, and the last one it was found in. */
  private final int[] wanted;

  private int question;

  Terms(LineKeys keys, int lines) {
    starts = new int[lines + 1];
    pairs.defaultReturnValue(-1);
    for (int i = 0; i < lines; i++) {
      read(keys.words(i));
      starts[i + 1] = terms.size();
    }
    all = terms.toIntArray();
    rarity = countRarity();
    wanted = new int[vocabulary()];
  }

  /**
   * Every term, as often as it occurs; the terms of line {@code i} begin at {@code starts()[i]}.
   */
  int[] all() {
    return all;
  }

  /** For each line the index of its first term, and one more for the end. */
  int[] starts() {
    return starts;
  }

  /** For each term the logarithm of the share of blocks that hold it, inverted. */
  double[] rarity() {
    return rarity;
  }

  /** Share of the different terms of line {@code i} that lines {@code from} to {@code to} hold. */
  double shared(int i, int from, int to) {
    question++;
    int different = 0;
    for (int at = starts[i]; at < starts[i + 1]; at++) {
      int term = all[at];
      different += wanted[term] == question ? 0 : 1;
      wanted[term] = question;
    }
    int left = different;
    for (int at = starts[from]; at < starts[to] && left > 0; at++) {
      int term = all[at];
      if (wanted[term] == question) {
        wanted[term] = 0;
        left--;
      }
    }
    return different == 0 ? 0 : (double) (different - left) / different;
  }

  private int vocabulary() {
    return words.size() + pairs.size();
  }

  private void read(String line) {
    int start = 0;
    int previous = -1;
    for (int at = 0; at < line.length(); ) {
      int codePoint = line.codePointAt(at);
      boolean wide = Scripts.isCjk(codePoint);
      if (wide || codePoint == ' ') {
        addWord(line, start, at);
        start = at + Character.charCount(codePoint);
      }
      if (wide && previous >= 0) {
        addPair(previous, codePoint);
      }
      previous = wide ? codePoint : -1;
      at += Character.charCount(codePoint);
    }
    addWord(line, start, line.length());
  }

  private void addWord(String line, int from, int to) {
    if (to - from >= MIN_WORD) {
      int next = vocabulary();
      Integer known = words.putIfAbsent(line.substring(from, to), next);
      terms.add(known == null ? next : known);
    }
  }

  private void addPair(int one, int other) {
    int next = vocabulary();
    int known = pairs.putIfAbsent((long) one << Integer.SIZE | other, next);
    terms.add(known < 0 ? next : known);
  }

  private double[] countRarity() {
    int[] blocks = new int[vocabulary()];
    int[] lastSeen = new int[vocabulary()];
    int total = all.length / BLOCK + 1;
    for (int i = 0; i < all.length; i++) {
      int block = i / BLOCK + 1;
      int term = all[i];
      if (lastSeen[term] != block) {
        lastSeen[term] = block;
        blocks[term]++;
      }
    }
    double[] rarities = new double[vocabulary()];
    for (int term = 0; term < rarities.length; term++) {
      rarities[term] = Math.log((1.0 + total) / blocks[term]);
    }
    return rarities;
  }
}
