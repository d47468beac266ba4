package io.winnow.finish;

import io.winnow.run.RecordCoder;
import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Reject;
import io.winnow.tag.unknown.UnknownTerm;
import io.winnow.tag.unknown.UnknownTermCoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.NullableCoder;

/** Carries an {@link Outcome}, where it does not go on within one worker. */
final class OutcomeCoder extends AtomicCoder<Outcome> {
  static final OutcomeCoder INSTANCE = new OutcomeCoder();

  private static final Coder<Article> ARTICLE = NullableCoder.of(RecordCoder.of(Article.class));
  private static final Coder<Duplicate> DUPLICATE =
      NullableCoder.of(RecordCoder.of(Duplicate.class));
  private static final Coder<Reject> REJECT = NullableCoder.of(RecordCoder.of(Reject.class));
  private static final Coder<Fingerprint> FINGERPRINT =
      NullableCoder.of(RecordCoder.of(Fingerprint.class));
  private static final Coder<List<Boilerplate>> BOILERPLATE =
      ListCoder.of(RecordCoder.of(Boilerplate.class));
  private static final Coder<List<UnknownTerm>> TERMS = ListCoder.of(UnknownTermCoder.INSTANCE);
  private static final long serialVersionUID = 1;

  private OutcomeCoder() {}

  @Override
  public void encode(Outcome outcome, OutputStream out) throws IOException {
    ARTICLE.encode(outcome.article(), out);
    DUPLICATE.encode(outcome.duplicate(), out);
    REJECT.encode(outcome.reject(), out);
    FINGERPRINT.encode(outcome.fingerprint(), out);
    BOILERPLATE.encode(outcome.boilerplate(), out);
    TERMS.encode(outcome.terms(), out);
  }

  @Override
  public Outcome decode(InputStream in) throws IOException {
    return new Outcome(
        ARTICLE.decode(in),
        DUPLICATE.decode(in),
        REJECT.decode(in),
        FINGERPRINT.decode(in),
        BOILERPLATE.decode(in),
        TERMS.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
