package io.winnow.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;

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
  static final Coder<Sighting> CODER = new SightingCoder();

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

  private static final class SightingCoder extends AtomicCoder<Sighting> {
    private static final long serialVersionUID = 1;

    @Override
    public void encode(Sighting sighting, OutputStream stream) throws IOException {
      DataOutputStream out = new DataOutputStream(stream);
      out.writeLong(sighting.site);
      out.writeLong(sighting.line);
      out.writeLong(sighting.content);
      out.writeInt(sighting.number);
    }

    @Override
    public Sighting decode(InputStream stream) throws IOException {
      DataInputStream in = new DataInputStream(stream);
      return new Sighting(in.readLong(), in.readLong(), in.readLong(), in.readInt());
    }

    @Override
    public boolean consistentWithEquals() {
      return true;
    }
  }
}
