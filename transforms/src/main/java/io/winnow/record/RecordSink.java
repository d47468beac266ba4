package io.winnow.record;

/** Takes the records of a dump in order. */
@FunctionalInterface
public interface RecordSink {
  void take(SourceRecord record);
}
