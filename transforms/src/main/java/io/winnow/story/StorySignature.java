package io.winnow.story;

import java.util.List;

/**
 * What finding stories needs to know of an article; a later run reads it from the fingerprints.
 *
 * @param source hash of who published it
 * @param series hash of its series; 0 where it is none
 * @param published day of publication, since 1970; {@link #UNKNOWN} where unknown
 * @param firstSeen logical day of the run that read it, since 1970
 * @param subjects names that it may be about, the strongest first
 * @param terms hashes of what it names and of its telling words, ascending
 * @param weights of the terms: how much the article uses each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StorySignature(
    String id,
    long source,
    long series,
    int published,
    int firstSeen,
    List<Subject> subjects,
    int[] terms,
    byte[] weights) {
  static final int UNKNOWN = Integer.MIN_VALUE;

  /** Most days between two articles of which one leads to the other. */
  static final int FORTNIGHT = 14;

  StorySignature {
    subjects = List.copyOf(subjects);
  }

  /** The day that stands for it: of publication, else when it was first seen. */
  int day() {
    return published == UNKNOWN ? firstSeen : published;
  }

  /** Days between two articles; where one has no day, between the runs that read them. */
  int daysTo(StorySignature other) {
    return published == UNKNOWN || other.published == UNKNOWN
        ? Math.abs(firstSeen - other.firstSeen)
        : Math.abs(published - other.published);
  }

  /** The same without what only comparing needs. */
  StorySignature compared() {
    return new StorySignature(
        id, source, series, published, firstSeen, subjects, new int[0], new byte[0]);
  }

  /** Whether a name is among the subjects, at least so strong. */
  boolean knows(String key, int strength) {
    for (Subject subject : subjects) {
      if (subject.strength() >= strength && Spelling.isSame(subject.key(), key)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the titles are about two products of which neither is the other's subject: {@code
   * LingBot-VLA} and {@code LingBot-World}.
   */
  boolean excludes(StorySignature other) {
    boolean both = false;
    for (Subject mine : subjects) {
      for (Subject theirs : other.subjects) {
        if (mine.leads() && theirs.leads()) {
          both = true;
        }
        boolean leads = mine.leads() || theirs.leads();
        boolean strong = Math.min(mine.strength(), theirs.strength()) >= Subject.IN_TITLE;
        if (leads && strong && mine.isCalledAs(theirs)) {
          return false;
        }
      }
    }
    return both;
  }
}
