package io.winnow.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;

/**
 * One line was seen in one article; or, without a line, the article itself was.
 *
 * @param site hash of the site
 * @param line hash of the line; 0 for the article itself
 * @param content hash of the article's folded text: equal for copies, which count once
 * @param idHigh first half of the article's id
 * @param idLow second half of it
 * @param articles distinct articles of the site that have the line, once they were counted; else 0
 */
record Sighting(long site, long line, long content, long idHigh, long idLow, int articles) {
  static final Coder<Sighting> CODER = new SightingCoder();

  Sighting counted(int distinct) {
    return new Sighting(site, line, content, idHigh, idLow, distinct);
  }

  boolean isArticle() {
    return line == 0;
  }

  String id() {
    return String.format("%016x%016x", idHigh, idLow);
  }

  private static final class SightingCoder extends AtomicCoder<Sighting> {
    private static final long serialVersionUID = 1;

    @Override
    public void encode(Sighting sighting, OutputStream stream) throws IOException {
      DataOutputStream out = new DataOutputStream(stream);
      out.writeLong(sighting.site);
      out.writeLong(sighting.line);
      out.writeLong(sighting.content);
      out.writeLong(sighting.idHigh);
      out.writeLong(sighting.idLow);
      out.writeInt(sighting.articles);
    }

    @Override
    public Sighting decode(InputStream stream) throws IOException {
      DataInputStream in = new DataInputStream(stream);
      return new Sighting(
          in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readInt());
    }

    @Override
    public boolean consistentWithEquals() {
      return true;
    }
  }
}
