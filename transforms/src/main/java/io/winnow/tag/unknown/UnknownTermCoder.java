package io.winnow.tag.unknown;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** Deterministic: field by field. */
public final class UnknownTermCoder extends AtomicCoder<UnknownTerm> {
  public static final UnknownTermCoder INSTANCE = new UnknownTermCoder();

  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();
  private static final ListCoder<String> TEXTS = ListCoder.of(TEXT);
  private static final VarLongCoder NUMBER = VarLongCoder.of();

  private UnknownTermCoder() {}

  @Override
  public void encode(UnknownTerm term, OutputStream out) throws IOException {
    TEXT.encode(term.key(), out);
    TEXT.encode(term.name(), out);
    NUMBER.encode(term.articles(), out);
    TEXTS.encode(term.sources(), out);
    TEXT.encode(term.articleId(), out);
    TEXT.encode(term.title(), out);
  }

  @Override
  public UnknownTerm decode(InputStream in) throws IOException {
    return new UnknownTerm(
        TEXT.decode(in),
        TEXT.decode(in),
        NUMBER.decode(in),
        List.copyOf(TEXTS.decode(in)),
        TEXT.decode(in),
        TEXT.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
