package io.winnow.tag.section;

/**
 * Features of one kind in one zone of an article. Each zone is brought to a length of its own, so
 * that a long text does not drown its title. Inside a zone a kind counts by the square root of its
 * length: halfway between one where three Latin names in a Chinese text speak as loud as all of it,
 * and one where what is most frequent, runs of characters, drowns the words.
 */
enum FeatureGroup {
  TERMS(Zone.TEXT, 1.2, true),
  PAIRS(Zone.TEXT, 0.5, true),
  PARTS(Zone.TEXT, 0.5, false),
  WORDS(Zone.TEXT, 0.6, true),
  MEANINGS(Zone.TEXT, 0.5, true),
  TITLE_TERMS(Zone.TITLE, 1.2, true),
  TITLE_PAIRS(Zone.TITLE, 0.5, true),
  TITLE_PARTS(Zone.TITLE, 0.5, false),
  TITLE_WORDS(Zone.TITLE, 0.6, true),
  TITLE_MEANINGS(Zone.TITLE, 0.5, true),
  LEAD_TERMS(Zone.LEAD, 1.2, true),
  LEAD_PAIRS(Zone.LEAD, 0.5, true),
  LEAD_PARTS(Zone.LEAD, 0.5, false),
  LEAD_WORDS(Zone.LEAD, 0.6, true),
  LEAD_MEANINGS(Zone.LEAD, 0.5, true),
  SHAPE(Zone.SHAPE, 1, false),
  SITE(Zone.SITE, 1, false),
  KIND(Zone.KIND, 1, false),
  LINKS(Zone.LINKS, 1, false);

  /** A part of what is known of an article. */
  enum Zone {
    TEXT(1),
    TITLE(0.5),
    LEAD(0.7),
    SHAPE(0.2),
    SITE(1),
    KIND(0.1),
    LINKS(0.5);

    /** Length of its part of a vector. */
    final double length;

    Zone(double length) {
      this.length = length;
    }
  }

  final Zone zone;

  /** What one of these is worth in its zone. */
  final double weight;

  /** Whether what it counts are words, or stand for them, and are told apart by frequency. */
  final boolean isText;

  FeatureGroup(Zone zone, double weight, boolean isText) {
    this.zone = zone;
    this.weight = weight;
    this.isText = isText;
  }

  /** The group of pairs of the terms of this group. */
  FeatureGroup pairs() {
    return values()[ordinal() + 1];
  }

  /** The group of what the words of this group mean. */
  FeatureGroup meanings() {
    return values()[ordinal() + 1];
  }
}
