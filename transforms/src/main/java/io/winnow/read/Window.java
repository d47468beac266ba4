package io.winnow.read;

import java.io.Serializable;
import java.util.List;

/**
 * Where one window of a large record-per-line file lies, so that any worker can read it alone.
 *
 * @param path where Beam's file systems find the file
 * @param origin of the window's dump
 * @param start its first byte in the file
 * @param length its bytes
 * @param sha256 SHA-256, hex, of these bytes
 * @param firstLine number of its first line in the file
 * @param firstOrdinal records before it
 * @param unreadable parts that were left out of it
 * @param last whether no other follows
 */
public record Window(
    String path,
    Origin origin,
    long start,
    int length,
    String sha256,
    int firstLine,
    int firstOrdinal,
    List<Unreadable> unreadable,
    boolean last)
    implements Serializable {
  public Window {
    unreadable = List.copyOf(unreadable);
  }
}
