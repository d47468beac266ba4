package io.winnow.han;

/** Finds foreign names of people in Chinese characters: a known one, and what goes on with it. */
final class ForeignNames {
  private static final class Loaded {
    static final ForeignNames INSTANCE = new ForeignNames();
  }

  /** How often a name is counted that was put together. */
  private static final int COUNT = 1000;

  private final CoreWords core = CoreWords.bundled();
  private final DoubleArray trie = DoubleArray.read(DictionaryFile.ints("person/nrf.txt.trie.dat"));

  static ForeignNames bundled() {
    return Loaded.INSTANCE;
  }

  private ForeignNames() {}

  /** Adds the names among the words of a path to the second look. */
  void find(char[] text, WordGraph graph, int[] path, int pathLength) {
    int parts = 0;
    int start = 0;
    int line = 1;
    for (int i = 1; i < pathLength; i++) {
      int node = path[i];
      boolean name = graph.natures[node] == Natures.FOREIGN_NAME;
      if (parts > 0 && (name || isPart(text, graph, node))) {
        parts++;
      } else if (parts > 0) {
        if (parts > 1) {
          int word =
              graph.node(start - 1, line - start, core.person, COUNT, (short) Natures.FOREIGN_NAME);
          graph.insert(start, word);
        }
        parts = 0;
      } else if (name) {
        parts = 1;
        start = line;
      }
      line += graph.lengths[node];
    }
  }

  private boolean isPart(char[] text, WordGraph graph, int node) {
    int begin = graph.begins[node];
    return node != WordGraph.END && trie.find(text, begin, begin + graph.lengths[node]) >= 0;
  }
}
