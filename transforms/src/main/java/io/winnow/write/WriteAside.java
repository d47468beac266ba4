package io.winnow.write;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Hands a small collection to the driver, as one file beside the datasets, in the order of the
 * encoded elements.
 *
 * <p>All of it passes through one worker: for a row a file, never a row an article. An empty
 * collection makes no file, which {@link #read} takes for empty.
 */
public final class WriteAside<T> extends PTransform<PCollection<T>, PDone> {
  private static final long serialVersionUID = 1;

  private final BeamStore store;
  private final String path;

  private WriteAside(BeamStore store, String path) {
    this.store = store;
    this.path = path;
  }

  public static <T> WriteAside<T> to(BeamStore store, String path) {
    return new WriteAside<>(store, path);
  }

  @Override
  public PDone expand(PCollection<T> rows) {
    Coder<T> coder = rows.getCoder();
    rows.apply("OneKey", WithKeys.of(0))
        .setCoder(KvCoder.of(VarIntCoder.of(), coder))
        .apply("Gather", GroupByKey.create())
        .apply("WriteFile", ParDo.of(new WriteFn<>(store, path, coder)));
    return PDone.in(rows.getPipeline());
  }

  /** What was handed over under {@code path}; empty when nothing was. */
  public static <T> List<T> read(RowStore store, String path, Coder<T> coder) throws IOException {
    List<T> rows = new ArrayList<>();
    try (PushbackInputStream in =
        new PushbackInputStream(
            new BufferedInputStream(Channels.newInputStream(store.open(path))))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        in.unread(next);
        rows.add(coder.decode(in));
      }
    } catch (java.nio.file.NoSuchFileException | java.io.FileNotFoundException absent) {
      return List.of();
    } catch (EOFException e) {
      throw new IOException(path + " ends in the middle of a row", e);
    }
    return rows;
  }

  /** Hands rows over under {@code path}, without a pipeline. */
  public static <T> void write(RowStore store, String path, Coder<T> coder, Iterable<T> rows)
      throws IOException {
    List<byte[]> encoded = new ArrayList<>();
    for (T row : rows) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      coder.encode(row, bytes);
      encoded.add(bytes.toByteArray());
    }
    encoded.sort(Arrays::compareUnsigned);
    try (OutputStream out = store.create(path)) {
      for (byte[] row : encoded) {
        out.write(row);
      }
    }
  }

  private static final class WriteFn<T> extends DoFn<KV<Integer, Iterable<T>>, Void> {
    private static final long serialVersionUID = 1;

    private final BeamStore store;
    private final String path;
    private final Coder<T> coder;

    WriteFn(BeamStore store, String path, Coder<T> coder) {
      this.store = store;
      this.path = path;
      this.coder = coder;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<T>> all) throws IOException {
      write(store, path, coder, all.getValue());
    }
  }
}
