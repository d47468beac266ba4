package io.winnow.prepare;

import io.winnow.run.Encoded;
import io.winnow.run.EncodedCoder;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Carries {@link Prepared} articles without looking into them. */
public final class PreparedCoder extends AtomicCoder<Prepared> {
  private static final PreparedCoder INSTANCE = new PreparedCoder();
  private static final Coder<String> ID = StringUtf8Coder.of();
  private static final Coder<Encoded<Draft>> DRAFT = EncodedCoder.of(Draft.class);
  private static final Coder<Encoded<Fingerprint>> KEYS = EncodedCoder.of(Fingerprint.class);
  private static final Coder<Encoded<StoryMark>> SIGNED = EncodedCoder.of(StoryMark.class);
  private static final long serialVersionUID = 1;

  private PreparedCoder() {}

  public static PreparedCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Prepared article, OutputStream out) throws IOException {
    ID.encode(article.id(), out);
    DRAFT.encode(article.draft(), out);
    KEYS.encode(article.keys(), out);
    SIGNED.encode(article.signed(), out);
  }

  @Override
  public Prepared decode(InputStream in) throws IOException {
    return new Prepared(ID.decode(in), DRAFT.decode(in), KEYS.decode(in), SIGNED.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
