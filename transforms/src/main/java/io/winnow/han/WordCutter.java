package io.winnow.han;

/**
 * Cuts Chinese into words with their parts of speech: the cheapest way through the words of the
 * dictionary by how often they and their pairs were counted, longer words of the second dictionary
 * joined, and, if asked, names of people. For one thread; passages one after the other.
 */
public final class WordCutter {
  /** How often a word is counted that no dictionary has. */
  private final int unknown;

  private final CoreWords core = CoreWords.bundled();
  private final CustomWords custom = CustomWords.bundled();
  private final WordGraph graph = new WordGraph();
  private final boolean names;
  private char[] text = new char[64];

  private WordCutter(boolean names) {
    this.names = names;
    this.unknown = Math.max(1, Math.min(100, core.total));
  }

  /** By the dictionaries alone. */
  public static WordCutter plain() {
    return new WordCutter(false);
  }

  /** Names of people are words, too, if no dictionary has them. */
  public static WordCutter withNames() {
    return new WordCutter(true);
  }

  /** Cuts a passage; the words can be asked for until the next one is cut. */
  public void cut(String whole, int from, int to) {
    int length = to - from;
    if (text.length < length) {
      text = new char[2 * length];
    }
    whole.getChars(from, to, text, 0);
    graph.clear(length);
    addWords(length);
    addUnknown(length);
    graph.findPath();
    joinCustom();
    if (names) {
      graph.lookAgain();
      PersonNames.bundled().find(text, graph);
      ForeignNames.bundled().find(text, graph, graph.path, graph.pathLength);
      graph.findPathAgain();
    }
  }

  /** How many words the passage has. */
  public int count() {
    return graph.pathLength - 2;
  }

  /** Characters of the passage before a word. */
  public int begin(int word) {
    return graph.begins[graph.path[word + 1]];
  }

  public int length(int word) {
    return graph.lengths[graph.path[word + 1]];
  }

  /** The number of a word's part of speech, see {@link Natures}. */
  public int nature(int word) {
    return graph.natures[graph.path[word + 1]];
  }

  private void addWords(int length) {
    DoubleArray trie = core.trie;
    for (int begin = 0; begin < length; begin++) {
      int state = DoubleArray.ROOT;
      for (int at = begin; at < length; at++) {
        state = trie.step(state, text[at]);
        if (state == DoubleArray.NONE) {
          break;
        }
        int word = trie.word(state);
        if (word >= 0) {
          graph.add(begin, at + 1 - begin, word);
        }
      }
    }
  }

  /** Adds runs of characters of one kind where no word of the dictionary begins. */
  private void addUnknown(int length) {
    for (int line = 1; line <= length; ) {
      int known = graph.lastLength(line);
      if (known > 0) {
        line += known;
        continue;
      }
      int to = line + 1;
      while (to <= length
          && (graph.lastLength(to) == 0 || CharKinds.of(text[to - 1]) == CharKinds.CHINESE_DIGIT)) {
        to++;
      }
      for (int at = line - 1; at < to - 1; ) {
        int end = CharKinds.runEnd(text, at, to - 1);
        addUnknown(at, end - at);
        at = end;
      }
      line = to;
    }
  }

  private void addUnknown(int begin, int length) {
    int word = -1;
    int nature = Natures.NOUN;
    switch (CharKinds.of(text[begin])) {
      case CharKinds.DIGIT, CharKinds.INDEX, CharKinds.CHINESE_DIGIT -> {
        word = core.number;
        nature = Natures.NUMBER;
      }
      case CharKinds.DELIMITER, CharKinds.OTHER -> nature = Natures.MARK;
      case CharKinds.SINGLE -> {
        word = core.latin;
        nature = Natures.LATIN;
      }
      default -> {}
    }
    graph.addOther(begin + 1, graph.node(begin, length, word, unknown, (short) nature));
  }

  /** Joins the words of the path that together are one of the second dictionary. */
  private void joinCustom() {
    int[] path = graph.path;
    int last = graph.pathLength - 1;
    int size = 1;
    for (int i = 1; i < last; ) {
      int state = walk(DoubleArray.ROOT, path[i]);
      int word = state == DoubleArray.NONE ? -1 : custom.trie.word(state);
      int end = i + 1;
      for (int to = i + 1; to < last && state != DoubleArray.NONE; to++) {
        state = walk(state, path[to]);
        int longer = state == DoubleArray.NONE ? -1 : custom.trie.word(state);
        if (longer >= 0) {
          word = longer;
          end = to + 1;
        }
      }
      path[size++] = word < 0 ? path[i] : joined(path[i], path[end - 1], word);
      i = word < 0 ? i + 1 : end;
    }
    path[size++] = path[last];
    graph.pathLength = size;
  }

  private int walk(int from, int node) {
    int state = from;
    int begin = graph.begins[node];
    for (int i = begin; i < begin + graph.lengths[node] && state != DoubleArray.NONE; i++) {
      state = custom.trie.step(state, text[i]);
    }
    return state;
  }

  private int joined(int first, int last, int word) {
    if (first == last) {
      graph.change(first, custom.frequencies[word], custom.natures[word]);
      return first;
    }
    int begin = graph.begins[first];
    int length = graph.begins[last] + graph.lengths[last] - begin;
    return graph.node(
        begin, length, -custom.frequencies[word], custom.frequencies[word], custom.natures[word]);
  }
}
