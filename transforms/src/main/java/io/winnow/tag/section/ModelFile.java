package io.winnow.tag.section;

import io.winnow.config.ConfigException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * How a section model lies on a disk: sixteen bytes that say what it is and of which version, the
 * SHA-256 of the rest, and the rest, compressed (zlib). All numbers are big-endian.
 *
 * <pre>
 * "winnow-sections" 0x0A  int version  byte[32] SHA-256 of what follows  zlib of:
 *   int version of the features   int rows   int folds   double accuracy   double cost   double share
 *   double steepness   int labels   int features
 *   labels times:   int bytes, UTF-8    float bias
 *   features times: int key, ascending  float idf  float scale
 *   features times labels: byte weight
 * </pre>
 *
 * <p>What is damaged, of another version or larger than its bounds is refused; nothing in a file
 * can make reading it take more than {@link #MAX_BYTES} and what the bounds allow.
 */
public final class ModelFile {
  static final int VERSION = 1;
  static final int MAX_BYTES = 256 << 20;
  public static final int MAX_LABELS = 2000;
  static final int MAX_LABEL_BYTES = 1000;
  static final int MAX_FEATURES = 1 << 20;
  static final int MAX_WEIGHTS = 1 << 28;

  private static final byte[] MAGIC = "winnow-sections\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SUM = 32;
  private static final int HEAD = MAGIC.length + Integer.BYTES + SUM;

  private ModelFile() {}

  /**
   * A model that was read.
   *
   * @param sha256 of its file, hex
   */
  public record Read(SectionModel model, String sha256) {}

  /**
   * Reads a model.
   *
   * @throws ConfigException where the file is none
   */
  public static Read read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    try {
      return new Read(parse(file.toString(), bytes), sha256(bytes));
    } catch (IOException damaged) {
      throw new ConfigException(List.of(damaged.getMessage()));
    }
  }

  /** The file of a model. The same model gives the same bytes. */
  public static byte[] bytes(SectionModel model) throws IOException {
    byte[] body = body(model);
    ByteArrayOutputStream file = new ByteArrayOutputStream(HEAD + body.length);
    DataOutputStream out = new DataOutputStream(file);
    out.write(MAGIC);
    out.writeInt(VERSION);
    out.write(sha256(body, 0));
    out.write(body);
    return file.toByteArray();
  }

  /** The SHA-256 of a file's bytes, hex. */
  public static String sha256(byte[] file) {
    return HexFormat.of().formatHex(sha256(file, 0));
  }

  private static byte[] body(SectionModel model) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Deflater level = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(body, level))) {
      SectionModel.Facts facts = model.facts();
      out.writeInt(Features.VERSION);
      out.writeInt(facts.rows());
      out.writeInt(facts.folds());
      out.writeDouble(facts.accuracy());
      out.writeDouble(facts.cost());
      out.writeDouble(facts.share());
      out.writeDouble(model.steepness());
      out.writeInt(model.labels().size());
      out.writeInt(model.space().size());
      for (int k = 0; k < model.labels().size(); k++) {
        byte[] label = model.labels().get(k).getBytes(StandardCharsets.UTF_8);
        out.writeInt(label.length);
        out.write(label);
        out.writeFloat(model.bias()[k]);
      }
      for (int f = 0; f < model.space().size(); f++) {
        out.writeInt(model.space().keys()[f]);
        out.writeFloat(model.space().idf()[f]);
        out.writeFloat(model.scales()[f]);
      }
      out.write(model.weights());
    } finally {
      level.end();
    }
    return body.toByteArray();
  }

  /**
   * The model in a file's bytes.
   *
   * @throws IOException where it is none
   */
  static SectionModel parse(String name, byte[] file) throws IOException {
    if (file.length < HEAD || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException(name + ": is no section model; ./winnow train makes one");
    }
    require(file.length <= MAX_BYTES, name, "is larger than " + MAX_BYTES + " bytes");
    DataInputStream head =
        new DataInputStream(new ByteArrayInputStream(file, MAGIC.length, HEAD - MAGIC.length));
    int version = head.readInt();
    if (version != VERSION) {
      throw new IOException(
          "%s: is a section model of version %d, this Winnow reads version %d: %s"
              .formatted(name, version, VERSION, remedy(version, VERSION)));
    }
    require(
        MessageDigest.isEqual(head.readNBytes(SUM), sha256(file, HEAD)),
        name,
        "its bytes do not have its checksum");
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(file, HEAD, file.length - HEAD)))) {
      SectionModel model = model(name, in);
      require(in.read() < 0, name, "there is more in it than a model");
      return model.from(file);
    } catch (EOFException | ZipException e) {
      throw new IOException(name + ": is damaged: it ends too early", e);
    }
  }

  private static SectionModel model(String name, DataInputStream in) throws IOException {
    int features = in.readInt();
    if (features != Features.VERSION) {
      throw new IOException(
          "%s: was trained on features of version %d, this Winnow has version %d: %s"
              .formatted(name, features, Features.VERSION, remedy(features, Features.VERSION)));
    }
    SectionModel.Facts facts =
        new SectionModel.Facts(
            in.readInt(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble());
    double steepness = in.readDouble();
    require(steepness > 0 && steepness <= 1e6, name, "steepness " + steepness);
    int labels = in.readInt();
    int size = in.readInt();
    require(labels >= 2 && labels <= MAX_LABELS, name, labels + " labels");
    require(size >= 0 && size <= MAX_FEATURES, name, size + " features");
    require((long) labels * size <= MAX_WEIGHTS, name, (long) labels * size + " weights");
    List<String> names = new ArrayList<>();
    float[] bias = new float[labels];
    for (int k = 0; k < labels; k++) {
      int length = in.readInt();
      require(length > 0 && length <= MAX_LABEL_BYTES, name, "a label of " + length + " bytes");
      byte[] label = new byte[length];
      in.readFully(label);
      String text = new String(label, StandardCharsets.UTF_8);
      require(
          !text.isBlank() && text.chars().noneMatch(Character::isISOControl),
          name,
          "a label that is blank or has control characters");
      require(k == 0 || names.get(k - 1).compareTo(text) < 0, name, "its labels are not in order");
      names.add(text);
      bias[k] = finite(name, in.readFloat());
    }
    int[] keys = new int[size];
    float[] idf = new float[size];
    float[] scales = new float[size];
    for (int f = 0; f < size; f++) {
      keys[f] = in.readInt();
      require(f == 0 || keys[f] > keys[f - 1], name, "its features are not in order");
      idf[f] = finite(name, in.readFloat());
      scales[f] = finite(name, in.readFloat());
    }
    byte[] weights = new byte[labels * size];
    in.readFully(weights);
    return new SectionModel(
        names, facts, new FeatureSpace(keys, idf), scales, weights, bias, steepness);
  }

  private static String remedy(int version, int ours) {
    return version > ours ? "upgrade Winnow, or train it again" : "train it again";
  }

  private static float finite(String name, float value) throws IOException {
    require(Math.abs(value) <= 1e6, name, "a number of " + value);
    return value;
  }

  private static void require(boolean right, String name, String problem) throws IOException {
    if (!right) {
      throw new IOException(name + ": is damaged or no section model: " + problem);
    }
  }

  private static byte[] sha256(byte[] bytes, int from) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, bytes.length - from);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
