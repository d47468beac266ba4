package io.winnow.han;

import java.util.Arrays;

/**
 * The words that a passage may consist of, by where they begin, and the cheapest way through them.
 * Node 0 is its beginning, node 1 its end. Lines are one more than the character that their words
 * begin with.
 */
final class WordGraph {
  static final int BEGIN = 0;
  static final int END = 1;
  private static final int NONE = -1;

  private final CoreWords core = CoreWords.bundled();
  private final WordPairs pairs = WordPairs.bundled();

  int[] begins = new int[256];
  int[] lengths = new int[256];
  short[] natures = new short[256];
  int[] frequencies = new int[256];
  private int[] words = new int[256];

  /** Where the pairs of a word begin; none where the mask is negative. */
  private int[] starts = new int[256];

  private int[] masks = new int[256];

  /** Whether nothing can cost less than nothing after a word. */
  private boolean[] plain = new boolean[256];

  /** What a word costs after one that it was never counted with. */
  private double[] alone = new double[256];

  private int[] froms = new int[256];
  private double[] weights = new double[256];
  private int size;

  /** Lists of nodes: of all words one a line, then of those that are looked at again. */
  private int[] heads = new int[256];

  private int[] tails = new int[256];
  private int[] counts = new int[256];
  private int[] nodes = new int[256];
  private int[] nexts = new int[256];
  private int cells;

  private int lines;

  /** The list of each line that is looked at again. */
  private int[] again = new int[256];

  private int againCount;

  /** The nodes of the cheapest way, both ends included. */
  int[] path = new int[64];

  int pathLength;

  /** Begins anew with a passage of so many characters. */
  void clear(int chars) {
    lines = chars + 2;
    if (heads.length < 2 * lines) {
      heads = new int[4 * lines];
      tails = new int[4 * lines];
      counts = new int[4 * lines];
      again = new int[2 * lines];
    }
    Arrays.fill(heads, 0, 2 * lines, NONE);
    Arrays.fill(counts, 0, 2 * lines, 0);
    cells = 0;
    size = 0;
    append(0, node(-1, 1, core.begin, core.total / 10, (short) Natures.BEGIN));
    append(lines - 1, node(chars, 1, core.end, core.total / 10, (short) Natures.END));
  }

  /** A new node: a word that the number {@code word} stands for among pairs. */
  int node(int begin, int length, int word, int frequency, short nature) {
    int node = node(begin, length);
    words[node] = word;
    starts[node] = word < 0 ? 0 : pairs.start(word);
    masks[node] = word < 0 ? NONE : pairs.mask(word);
    change(node, frequency, nature);
    return node;
  }

  /** Adds a word of the core dictionary to its line. */
  void add(int begin, int length, int word) {
    int node = node(begin, length);
    int[] facts = core.facts;
    int at = CoreWords.FACTS * word;
    words[node] = facts[at + CoreWords.CLASS];
    frequencies[node] = facts[at + CoreWords.FREQUENCY];
    natures[node] = (short) facts[at + CoreWords.NATURE];
    starts[node] = facts[at + CoreWords.START];
    masks[node] = facts[at + CoreWords.MASK];
    plain[node] = facts[at + CoreWords.PLAIN] != 0;
    alone[node] = core.costAlone(word);
    append(begin + 1, node);
  }

  private int node(int begin, int length) {
    if (size == begins.length) {
      grow();
    }
    int node = size++;
    begins[node] = begin;
    lengths[node] = length;
    froms[node] = NONE;
    weights[node] = 0;
    return node;
  }

  private void grow() {
    int more = 2 * size;
    begins = Arrays.copyOf(begins, more);
    lengths = Arrays.copyOf(lengths, more);
    natures = Arrays.copyOf(natures, more);
    frequencies = Arrays.copyOf(frequencies, more);
    words = Arrays.copyOf(words, more);
    starts = Arrays.copyOf(starts, more);
    masks = Arrays.copyOf(masks, more);
    plain = Arrays.copyOf(plain, more);
    alone = Arrays.copyOf(alone, more);
    froms = Arrays.copyOf(froms, more);
    weights = Arrays.copyOf(weights, more);
  }

  /** Gives a node another frequency and part of speech. */
  void change(int node, int frequency, short nature) {
    frequencies[node] = frequency;
    natures[node] = nature;
    plain[node] = false;
    alone[node] = core.cost(0, 0, frequency);
  }

  /** Adds a node to the words of a line, unless one of its length is there. */
  void addOther(int line, int node) {
    if (!has(line, lengths[node])) {
      append(line, node);
    }
  }

  private boolean has(int list, int length) {
    for (int cell = heads[list]; cell != NONE; cell = nexts[cell]) {
      if (lengths[nodes[cell]] == length) {
        return true;
      }
    }
    return false;
  }

  private void append(int list, int node) {
    if (cells == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * cells);
      nexts = Arrays.copyOf(nexts, 2 * cells);
    }
    nodes[cells] = node;
    nexts[cells] = NONE;
    if (heads[list] == NONE) {
      heads[list] = cells;
    } else {
      nexts[tails[list]] = cells;
    }
    tails[list] = cells++;
    counts[list]++;
  }

  /** Length of the last word of a line; 0 where it has none. */
  int lastLength(int line) {
    return heads[line] == NONE ? 0 : lengths[nodes[tails[line]]];
  }

  /** Finds the cheapest way through all words (Viterbi). */
  void findPath() {
    for (int line = 0; line < lines; line++) {
      again[line] = line;
    }
    viterbi();
  }

  /** Starts a second look, at the words of the path alone. */
  void lookAgain() {
    againCount = pathLength;
    int line = 0;
    for (int i = 0; i < lines; i++) {
      again[i] = lines + i;
    }
    for (int i = 0; i < pathLength; i++) {
      append(again[line], path[i]);
      line += lengths[path[i]];
    }
  }

  /**
   * Adds a word to the second look, and what leads to it and goes on from it, unless one of its
   * length is there.
   */
  void insert(int line, int node) {
    if (has(again[line], lengths[node])) {
      return;
    }
    append(again[line], node);
    againCount++;
    for (int l = line - 1; l > Math.max(0, line - 5); l--) {
      if (counts[l] <= counts[again[l]]) {
        continue;
      }
      for (int cell = heads[l]; cell != NONE; cell = nexts[cell]) {
        if (lengths[nodes[cell]] + l == line) {
          append(again[l], nodes[cell]);
          againCount++;
        }
      }
    }
    int after = line + lengths[node];
    if (counts[again[after]] == 0 && counts[after] != 0) {
      againCount += counts[after];
      again[after] = after;
    }
  }

  /** Finds the way anew, where the second look has more words than the path. */
  void findPathAgain() {
    if (againCount != pathLength) {
      viterbi();
    }
  }

  private void viterbi() {
    for (int cell = heads[again[1]]; cell != NONE; cell = nexts[cell]) {
      reach(nodes[cell], BEGIN, cost(BEGIN, nodes[cell]));
    }
    for (int line = 1; line < lines - 1; line++) {
      for (int cell = heads[again[line]]; cell != NONE; cell = nexts[cell]) {
        int node = nodes[cell];
        if (froms[node] == NONE) {
          continue;
        }
        reachFrom(node, heads[again[line + lengths[node]]]);
      }
    }
    pathLength = 0;
    for (int node = END; node != NONE; node = froms[node]) {
      if (pathLength == path.length) {
        path = Arrays.copyOf(path, 2 * pathLength);
      }
      path[pathLength++] = node;
    }
    for (int i = 0, j = pathLength - 1; i < j; i++, j--) {
      int node = path[i];
      path[i] = path[j];
      path[j] = node;
    }
  }

  /** Reaches the words of a list from a node; which no pair can make worth it are left out. */
  private void reachFrom(int from, int list) {
    boolean skips = plain[from];
    boolean single = masks[from] < 0 && words[from] >= 0;
    for (int cell = list; cell != NONE; cell = nexts[cell]) {
      int node = nodes[cell];
      if (skips && froms[node] != NONE && weights[from] >= weights[node]) {
        continue;
      }
      boolean never = single && words[node] >= 0;
      reach(node, from, never ? alone[node] : cost(from, node));
    }
  }

  private void reach(int node, int from, double cost) {
    double weight = weights[from] + cost;
    if (froms[node] == NONE || weights[node] > weight) {
      froms[node] = from;
      weights[node] = weight;
    }
  }

  private double cost(int from, int to) {
    int first = words[from];
    int second = words[to];
    int count;
    if (first < 0) {
      count = -first;
    } else if (second < 0) {
      count = -second;
    } else {
      count = masks[from] < 0 ? 0 : pairs.count(starts[from], masks[from], second);
    }
    return count == 0 ? alone[to] : core.cost(count, frequencies[from], frequencies[to]);
  }
}
