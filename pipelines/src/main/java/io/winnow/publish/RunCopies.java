package io.winnow.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.publish.ObjectStore.Content;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The objects {@code run=ID/manifest.json} for readers who do not know the catalog: the manifest of
 * each published run and, as {@code folder}, where its files lie below the output. Its report lies
 * beside it.
 *
 * <p>They follow the catalog, each by a write on condition of what it was; and if the catalog is
 * gone, it can be made again from them.
 */
final class RunCopies {
  private static final String RUN = "run=";
  private static final Pattern ATTEMPT = Pattern.compile("\\.runs/[^/]+");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final ObjectStore store;

  RunCopies(ObjectStore store) {
    this.store = store;
  }

  /** Brings them in line with what is published, by run id. */
  void update(Map<String, String> published) throws IOException {
    for (Map.Entry<String, String> run : published.entrySet()) {
      String folder = run.getValue();
      String place = RUN + run.getKey();
      if (folder.equals(place)) {
        continue;
      }
      Optional<Content> seen = store.get(place + "/" + Manifest.PATH);
      if (seen.isPresent() && folder(seen.get().text(), place).equals(folder)) {
        continue;
      }
      Optional<Content> manifest = store.get(folder + "/" + Manifest.PATH);
      if (manifest.isPresent()) {
        JsonNode root = JSON.readTree(manifest.get().text());
        for (JsonNode page : root.path("pages")) {
          String path = page.path("path").asText();
          store.copy(folder + "/" + path, place + "/" + path);
        }
        ((ObjectNode) root).put("folder", folder);
        store.put(place + "/" + Manifest.PATH, seen, JSON.writeValueAsString(root));
      }
    }
  }

  /** What is published, as they say. */
  SortedMap<String, String> published() throws IOException {
    SortedMap<String, String> published = new TreeMap<>();
    for (String name : store.names("")) {
      if (name.startsWith(RUN) && RunId.isAllowed(name.substring(RUN.length()))) {
        Optional<Content> manifest = store.get(name + "/" + Manifest.PATH);
        if (manifest.isPresent()) {
          published.put(name.substring(RUN.length()), folder(manifest.get().text(), name));
        }
      }
    }
    return published;
  }

  /** The folder that a manifest at {@code place} names; {@code place} when it names none. */
  static String folder(String manifest, String place) throws IOException {
    try {
      String folder = JSON.readTree(manifest).path("folder").asText(place);
      return ATTEMPT.matcher(folder).matches() ? folder : place;
    } catch (JsonProcessingException e) {
      throw new IOException(place + "/" + Manifest.PATH + " is no manifest", e);
    }
  }
}
