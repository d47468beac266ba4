package io.winnow.read;

import io.winnow.record.JsonMapping;
import io.winnow.record.RecordFields;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads one file into dumps: opened whatever it is packed in, decoded whatever its charset, every
 * byte accounted for.
 *
 * <p>Content decides what a file is, never its name: plain, gzip, bzip2, zstd, xz, or a zip or tar
 * archive whose members are dumps of their own. Every file and every member gives at least one
 * dump. What cannot be read is an {@link Unreadable} with its reason, and what came before it is
 * kept. Memory is bounded by the {@link ReadSpec}: about one stored file and one text of {@code
 * maxTextBytes} each.
 *
 * <p>The result depends on the bytes, the uri and the spec alone.
 */
public final class DumpReader implements Serializable {
  private static final long serialVersionUID = 1;

  private final ReadSpec spec;
  private final JsonMapping mapping;

  /** With the field names that need no mapping. */
  public DumpReader(ReadSpec spec) {
    this(spec, new JsonMapping(RecordFields.defaults()));
  }

  public DumpReader(ReadSpec spec, JsonMapping mapping) {
    this.spec = spec;
    this.mapping = mapping;
  }

  /**
   * SHA-256, in hex, of the file as it lies in storage, so that an unchanged one need not be read.
   *
   * @return empty when the file is gone or may not be read; {@link #read} says so in a dump
   * @throws IOException when the storage fails
   */
  public Optional<String> sha256(SourceFile file, FileOpener opener) throws IOException {
    try (StoredFile stored = StoredFile.load(file, opener, 0)) {
      return Optional.of(stored.sha256());
    } catch (FileNotFoundException | NoSuchFileException | AccessDeniedException e) {
      requireGone(e);
      return Optional.empty();
    }
  }

  /**
   * Gives the dumps of one file, in order; windows of a large JSON Lines file one after the other.
   *
   * @throws IOException when the storage fails, or the file changes while it is read
   */
  public void read(SourceFile file, FileOpener opener, Consumer<Dump> dumps) throws IOException {
    try (StoredFile stored = StoredFile.load(file, opener, spec.maxTextBytes())) {
      read(file.uri(), stored, dumps);
    } catch (FileNotFoundException | NoSuchFileException | AccessDeniedException e) {
      dumps.accept(
          new Place(file.uri(), null, Sha256.OF_NOTHING)
              .unreadable(Stop.because(RejectReason.GONE, requireGone(e))));
    } catch (StorageFailure failure) {
      throw new IOException("cannot read " + file.path(), failure.getCause());
    }
  }

  /**
   * Finds the windows that {@link #read} would give of a large plain file of JSON Lines, so that
   * several workers can read it.
   *
   * @param windows gets each with its dump, in order
   * @return false, and none is given, when the file is to be read as a whole
   * @throws IOException when the storage fails, or the file changes while it is read
   */
  public boolean windows(SourceFile file, FileOpener opener, BiConsumer<Window, Dump> windows)
      throws IOException {
    if (file.bytes() <= spec.windowBytes()) {
      return false;
    }
    try {
      byte[] head = opener.read(file.path(), 0, spec.windowBytes());
      if (!new TextReader(spec, mapping).isRecords(file.uri(), head)) {
        return false;
      }
    } catch (FileNotFoundException | NoSuchFileException | AccessDeniedException e) {
      requireGone(e);
      return false;
    }
    try (StoredFile stored = StoredFile.load(file, opener, 0)) {
      Place place = new Place(file.uri(), null, stored.sha256());
      try (Inflow in = Inflow.plain(stored)) {
        return new TextReader(spec, mapping)
            .windows(
                place,
                in,
                (dump, start, length, sha256) ->
                    windows.accept(window(file, dump, start, length, sha256), dump));
      }
    } catch (FileNotFoundException | NoSuchFileException | AccessDeniedException e) {
      requireGone(e);
      return false;
    } catch (StorageFailure failure) {
      throw new IOException("cannot read " + file.path(), failure.getCause());
    }
  }

  private static Window window(SourceFile file, Dump dump, long start, int length, String sha256) {
    return new Window(
        file.path(),
        dump.origin(),
        start,
        length,
        sha256,
        dump.text().firstLine(),
        dump.text().firstOrdinal(),
        dump.unreadable(),
        dump.last());
  }

  /**
   * The dump of one window.
   *
   * @throws IOException when the storage fails, or the file has changed since the window was found
   */
  public Dump read(Window window, FileOpener opener) throws IOException {
    byte[] bytes = opener.read(window.path(), window.start(), window.length());
    if (!Sha256.of(bytes, 0, bytes.length).equals(window.sha256())) {
      throw new IOException(window.origin().uri() + " changed while it was read");
    }
    Encoding encoding =
        Encoding.ofName(Objects.requireNonNull(window.origin().charset(), "a text has a charset"));
    LinedText lined = LinedText.of(bytes, 0, bytes.length, encoding, window.start());
    DumpText text =
        DumpText.of(lined.text(), lined.offsets(), window.firstLine(), window.firstOrdinal());
    return new Dump(window.origin(), text, window.unreadable(), window.last());
  }

  private void read(String uri, StoredFile stored, Consumer<Dump> dumps) throws IOException {
    Packing packing = Packing.of(stored.head(Packing.HEAD_BYTES));
    if (packing == Packing.ZIP) {
      new ZipReader(spec, mapping).read(new Place(uri, uri, stored.sha256()), stored, dumps);
      return;
    }
    if (packing == Packing.TAR) {
      try (Inflow in = Inflow.plain(stored)) {
        new TarReader(spec, mapping)
            .read(new Place(uri, uri, stored.sha256()), in, new byte[0], dumps);
      }
      return;
    }
    boolean packed = packing != Packing.NONE && !packing.isArchive();
    Place place = new Place(uri, packed ? uri : null, stored.sha256());
    byte[] held = stored.held();
    if (held != null && !packed && held.length <= spec.windowBytes()) {
      new TextReader(spec, mapping).whole(place, held, held.length, stored.sha256(), null, dumps);
      return;
    }
    try (Inflow in = packed ? unpack(packing, stored) : Inflow.plain(stored)) {
      byte[] head = in.upTo(Packing.HEAD_BYTES);
      if (packed && Packing.of(Arrays.copyOf(head, (int) in.count())) == Packing.TAR) {
        new TarReader(spec, mapping).read(place, in, head, dumps);
      } else {
        new TextReader(spec, mapping).read(place, in, head, dumps);
      }
    }
  }

  private Inflow unpack(Packing packing, StoredFile stored) {
    return Inflow.packed(() -> packing.decompress(stored.open()), stored.bytes(), new Budget(spec));
  }

  /**
   * Says why a file cannot be opened, in words that do not depend on where it lies.
   *
   * @throws IOException when the machine ran out of file handles, for which Java has no exception
   *     of its own
   */
  private static String requireGone(IOException e) throws IOException {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Too many open files")) {
      throw e;
    }
    return e instanceof AccessDeniedException || message.endsWith("(Permission denied)")
        ? "permission denied"
        : "no such file";
  }
}
