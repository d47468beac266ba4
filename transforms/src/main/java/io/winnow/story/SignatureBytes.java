package io.winnow.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Signatures as bytes, which name the version they were taken by. */
final class SignatureBytes {
  /** Signatures of another version are not compared. */
  static final int VERSION = 1;

  /** Where the day stands: behind the version, the source, the series and the date. */
  private static final int FIRST_SEEN = 1 + 2 * Long.BYTES + Integer.BYTES;

  private SignatureBytes() {}

  static ByteBuffer of(StorySignature signature) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      write(signature, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /** The signature of an article; empty when another version took it. */
  static Optional<StorySignature> read(String id, ByteBuffer signature) {
    byte[] bytes = new byte[signature.remaining()];
    signature.duplicate().get(bytes);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return in.readByte() == VERSION ? Optional.of(read(id, in)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the story signature of " + id + " is broken", e);
    }
  }

  /** The day a signature's article was first seen, as its bytes tell; none of another version. */
  static OptionalInt firstSeen(ByteBuffer signature) {
    int at = signature.position();
    return signature.get(at) == VERSION
        ? OptionalInt.of(signature.getInt(at + FIRST_SEEN))
        : OptionalInt.empty();
  }

  static void write(StorySignature signature, DataOutputStream out) throws IOException {
    out.writeLong(signature.source());
    out.writeLong(signature.series());
    out.writeInt(signature.published());
    out.writeInt(signature.firstSeen());
    out.writeByte(signature.subjects().size());
    for (Subject subject : signature.subjects()) {
      out.writeUTF(subject.key());
      out.writeUTF(subject.surface());
      out.writeUTF(subject.words());
      out.writeByte(subject.strength());
      out.writeBoolean(subject.coined());
      out.writeUTF(subject.alias());
    }
    out.writeByte(signature.terms().length);
    for (int term : signature.terms()) {
      out.writeInt(term);
    }
    out.write(signature.weights());
  }

  static StorySignature read(String id, DataInputStream in) throws IOException {
    long source = in.readLong();
    long series = in.readLong();
    int published = in.readInt();
    int firstSeen = in.readInt();
    List<Subject> subjects = new ArrayList<>();
    for (int left = in.readByte(); left > 0; left--) {
      subjects.add(
          new Subject(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readByte(),
              in.readBoolean(),
              in.readUTF()));
    }
    int[] terms = new int[in.readByte()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = in.readInt();
    }
    byte[] weights = new byte[terms.length];
    in.readFully(weights);
    return new StorySignature(id, source, series, published, firstSeen, subjects, terms, weights);
  }
}
