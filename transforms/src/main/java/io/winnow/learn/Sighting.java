package io.winnow.learn;

import java.nio.ByteBuffer;

/**
 * One line was seen in one article; or an article was seen; or a line was counted.
 *
 * @param site hash of the site
 * @param line hash of the line; 0 for the article itself
 * @param content hash of the article's folded text: equal for copies, which count once; 0 for a
 *     line that was counted
 * @param number group of an article; distinct articles that have a line that was counted
 */
record Sighting(long site, long line, long content, int number) {
  /** Of one sighting. */
  static final int BYTES = 3 * Long.BYTES + Integer.BYTES;

  static Sighting ofArticle(long site, long content, int group) {
    return new Sighting(site, 0, content, group);
  }

  static Sighting ofLine(long site, long line, long content) {
    return new Sighting(site, line, content, 0);
  }

  static Sighting counted(long site, long line, int articles) {
    return new Sighting(site, line, 0, articles);
  }

  boolean isArticle() {
    return line == 0;
  }

  void write(ByteBuffer out) {
    out.putLong(site).putLong(line).putLong(content).putInt(number);
  }

  static Sighting read(ByteBuffer in) {
    return new Sighting(in.getLong(), in.getLong(), in.getLong(), in.getInt());
  }
}
