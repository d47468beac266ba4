package io.winnow.dedupe;

/**
 * Connected components of a graph whose nodes are longs: union-find with path halving, exact for
 * every shape. It keeps nodes, not edges: 17 to 23 bytes a node, so 1 GB of heap holds some 26
 * million nodes and any number of edges. More are refused.
 */
final class Components {
  private static final String WHAT = "texts that are linked with others";

  private final LongIndex nodes;
  private final IntPages parents;

  Components() {
    this(HeapRoom.inThisProcess(WHAT));
  }

  Components(HeapRoom room) {
    this.nodes = new LongIndex(room);
    this.parents = new IntPages(room);
  }

  /** The same with room for so many bytes. */
  static Components within(long bytes) {
    return new Components(new HeapRoom(bytes, WHAT));
  }

  /** Puts both nodes into one component; false if they were in one already. */
  boolean join(long a, long b) {
    int rootA = find(number(a));
    int rootB = find(number(b));
    if (rootA == rootB) {
      return false;
    }
    // The lesser node leads, so that the root does not depend on the order of the edges.
    boolean first = nodes.value(rootA) < nodes.value(rootB);
    parents.set(first ? rootB : rootA, first ? rootA : rootB);
    return true;
  }

  /** The least node of the component. */
  long root(long node) {
    return nodes.value(find(number(node)));
  }

  int size() {
    return nodes.size();
  }

  long node(int number) {
    return nodes.value(number);
  }

  private int number(long node) {
    int before = nodes.size();
    int number = nodes.add(node);
    if (number == before) {
      parents.set(number, number);
    }
    return number;
  }

  private int find(int number) {
    int at = number;
    int parent = parents.get(at);
    while (parent != at) {
      int next = parents.get(parent);
      parents.set(at, next);
      at = next;
      parent = parents.get(at);
    }
    return at;
  }
}
