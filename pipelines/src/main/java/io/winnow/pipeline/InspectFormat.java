package io.winnow.pipeline;

/** How {@code inspect} shows what it saw. */
interface InspectFormat {
  void print(InspectedDump dump);
}
