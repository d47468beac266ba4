package io.winnow.tag.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.config.ConfigException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final int HEAD = 16 + 4 + 32;

  @TempDir private Path folder;

  @Test
  void readsWhatItWrote() throws Exception {
    byte[] file = ModelFile.bytes(model());
    Path path = Files.write(folder.resolve("m"), file);

    ModelFile.Read read = ModelFile.read(path);

    assertThat(read.sha256(), is(ModelFile.sha256(file)));
    assertThat(read.model().labels(), is(model().labels()));
    assertThat(read.model().facts(), is(model().facts()));
    SectionText text = SectionText.of("Compost", "Compost and compilers. 堆肥和编译器");
    assertThat(read.model().predict(text), is(model().predict(text)));
  }

  @Test
  void refusesAFileThatIsNoModel() throws Exception {
    assertThat(
        problem("title,text,label\n".repeat(9).getBytes(StandardCharsets.UTF_8)),
        containsString("is no section model"));
    assertThat(problem(new byte[0]), containsString("is no section model"));
  }

  @Test
  void refusesAnotherVersion() throws Exception {
    byte[] file = ModelFile.bytes(model());
    file[19] = 2;

    assertThat(
        problem(file),
        containsString(
            "of version 2, this Winnow reads version 1: upgrade Winnow, or train it again"));
  }

  @Test
  void refusesEveryDamage() throws Exception {
    byte[] file = ModelFile.bytes(model());
    for (int at = 20; at < file.length; at += 1 + file.length / 50) {
      byte[] damaged = file.clone();
      damaged[at] ^= 4;
      assertThat(problem(damaged), containsString("checksum"));
    }
    assertThat(
        problem(Arrays.copyOf(file, file.length - 1)),
        allOf(startsWith(folder.resolve("m").toString()), containsString("is damaged")));
  }

  @Test
  void refusesNumbersOverItsBoundsBeforeItTakesMemory() throws Exception {
    assertThat(problem(made(2000, 1 << 20)), containsString("2097152000 weights"));
    assertThat(problem(made(2001, 1)), containsString("2001 labels"));
    assertThat(problem(made(1, 1)), containsString("1 labels"));
    assertThat(problem(made(2, -1)), containsString("-1 features"));
    assertThat(problem(made(2, 1 << 20)), containsString("ends too early"));
  }

  /** A file with a right checksum, and nothing after the counts. */
  private static byte[] made(int labels, int features) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(body))) {
      out.writeInt(Features.VERSION);
      out.writeInt(1);
      out.writeInt(5);
      out.writeDouble(1);
      out.writeDouble(1);
      out.writeDouble(0);
      out.writeDouble(1);
      out.writeInt(labels);
      out.writeInt(features);
    }
    byte[] whole = Arrays.copyOf(ModelFile.bytes(model()), HEAD + body.size());
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(body.toByteArray());
    System.arraycopy(sum, 0, whole, 20, 32);
    System.arraycopy(body.toByteArray(), 0, whole, HEAD, body.size());
    return whole;
  }

  private String problem(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("m"), file);
    return assertThrows(ConfigException.class, () -> ModelFile.read(path)).getMessage();
  }

  private static SectionModel model() {
    return new SectionTrainer(2, state -> {}).train(Rows.gardenAndCode()).model();
  }
}
