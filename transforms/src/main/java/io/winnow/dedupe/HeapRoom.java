package io.winnow.dedupe;

/**
 * Counts what a step has to hold at once, and refuses before the heap is full: a run that ends with
 * a message can be helped, one that dies of memory takes its neighbours along.
 */
final class HeapRoom {
  /** Of the largest heap; the rest is the runner's, and what is being collected. */
  private static final double SHARE = 0.6;

  private final long most;
  private final String what;
  private long items;
  private long bytes;

  /**
   * @param most bytes
   * @param what is held, in the plural, for people
   */
  HeapRoom(long most, String what) {
    this.most = most;
    this.what = what;
  }

  /** Room in this process. */
  static HeapRoom inThisProcess(String what) {
    return new HeapRoom((long) (SHARE * Runtime.getRuntime().maxMemory()), what);
  }

  /** One more is held. */
  void take(long size) {
    items++;
    add(size);
  }

  /**
   * What is held takes so many bytes more, or less.
   *
   * @throws IllegalStateException when that is more than there is room for
   */
  void add(long more) {
    bytes += more;
    if (bytes > most) {
      throw new IllegalStateException(
          String.format(
              "%,d %s need %,d MB on one worker, which has room for %,d MB: give workers a larger"
                  + " heap (WINNOW_HEAP, taskmanager.memory.task.heap.size), or divide the input"
                  + " among several runs",
              items, what, bytes >> 20, most >> 20));
    }
  }
}
