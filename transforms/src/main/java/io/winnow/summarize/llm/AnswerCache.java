package io.winnow.summarize.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.form.Form;
import io.winnow.form.NewerFormException;
import io.winnow.write.RowStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * Keeps answers by the key of their question, a small file each: a line with the SHA-256 of the
 * rest, and the rest in JSON. A file that is damaged, or of another question, is none.
 */
final class AnswerCache {
  private static final int MAX_BYTES = 4 * ChatEndpoint.MAX_BYTES;
  private static final int HASH = 64;
  private static final Form FORM = new Form("an answer in the folder of --llmCache", 1);
  private static final JsonMapper JSON = new JsonMapper();

  private final RowStore files;

  AnswerCache(RowStore files) {
    this.files = files;
  }

  /**
   * The answer to a question that was answered before.
   *
   * @throws NewerFormException when a program that is newer than this one filed it
   * @throws IOException when the cache cannot be read, other than for want of the file
   */
  Optional<Answer> get(String key) throws IOException {
    byte[] bytes;
    try (InputStream in = Channels.newInputStream(files.open(path(key)))) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
    if (bytes.length > MAX_BYTES) {
      return Optional.empty();
    }
    String entry = new String(bytes, StandardCharsets.UTF_8);
    if (entry.length() <= HASH || !entry.startsWith(Questions.sha256(entry.substring(HASH + 1)))) {
      return Optional.empty();
    }
    String content = entry.substring(HASH + 1);
    FORM.requireKnown(path(key), content.getBytes(StandardCharsets.UTF_8), "version");
    JsonNode json = JSON.readTree(content);
    return json.path("key").asText().equals(key)
        ? Optional.of(
            Answer.of(
                    json.path("content").asText(),
                    json.path("finish").asText(),
                    json.path("tokens").asLong())
                .fromCache())
        : Optional.empty();
  }

  /**
   * Files an answer in the place of any other.
   *
   * @throws IOException when it cannot be written
   */
  void put(String key, Answer answer) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", FORM.newest());
    json.put("key", key);
    json.put("content", answer.content());
    json.put("finish", answer.finish());
    json.put("tokens", answer.tokens());
    String entry = JSON.writeValueAsString(json);
    try (OutputStream out = files.create(path(key))) {
      out.write((Questions.sha256(entry) + "\n" + entry).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Keys are hashes, so nothing of a dump is ever part of a path. */
  private static String path(String key) {
    return key.substring(0, 2) + "/" + key.substring(2, 4) + "/" + key + ".json";
  }
}
