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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The objects {@code run=ID/manifest.json} for readers who do not know the catalog: the manifest of
 * each published run and, as {@code folder}, where its files lie below the output. Its report lies
 * beside it. What belongs to several runs has a {@code folder.json} instead.
 *
 * <p>They follow the catalog, each by a write on condition of what it was; and if the catalog is
 * gone, it can be made again from them.
 */
final class RunCopies {
  private static final String RUN = PublishedName.PREFIX;

  /** Where the copy of what belongs to several runs, which has no manifest, says its folder. */
  static final String FOLDER = "folder.json";

  private static final Pattern ATTEMPT = Pattern.compile("\\.runs/[^/]+");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final ObjectStore store;

  RunCopies(ObjectStore store) {
    this.store = store;
  }

  /** Brings them in line with what is published, by name; copies of what is not are removed. */
  void update(Map<String, String> published) throws IOException {
    for (String name : store.names("")) {
      if (isName(name) && !published.containsKey(name.substring(RUN.length()))) {
        store.delete(name);
      }
    }
    for (Map.Entry<String, String> entry : published.entrySet()) {
      String folder = entry.getValue();
      String place = RUN + entry.getKey();
      if (!folder.equals(place)) {
        if (PublishedName.isShared(entry.getKey())) {
          updateShared(place, folder);
        } else {
          updateRun(place, folder);
        }
      }
    }
  }

  private void updateRun(String place, String folder) throws IOException {
    Optional<Content> seen = store.get(place + "/" + Manifest.PATH);
    if (seen.isPresent() && folder(seen.get().text(), place).equals(folder)) {
      return;
    }
    Optional<Content> manifest = store.get(folder + "/" + Manifest.PATH);
    if (manifest.isPresent()) {
      JsonNode root = JSON.readTree(manifest.get().text());
      Set<String> old = new TreeSet<>(store.keys(place));
      old.remove(place + "/" + Manifest.PATH);
      for (JsonNode page : root.path("pages")) {
        String path = page.path("path").asText();
        store.copy(folder + "/" + path, place + "/" + path);
        old.remove(place + "/" + path);
      }
      ((ObjectNode) root).put("folder", folder);
      store.put(place + "/" + Manifest.PATH, seen, JSON.writeValueAsString(root));
      for (String key : old) {
        store.delete(key);
      }
    }
  }

  private void updateShared(String place, String folder) throws IOException {
    Optional<Content> seen = store.get(place + "/" + FOLDER);
    if (seen.isEmpty() || !folder(seen.get().text(), place).equals(folder)) {
      ObjectNode root = JSON.createObjectNode().put("folder", folder);
      store.put(place + "/" + FOLDER, seen, JSON.writeValueAsString(root));
    }
  }

  private static boolean isName(String name) {
    return name.startsWith(RUN) && PublishedName.isAllowed(name.substring(RUN.length()));
  }

  /** What is published, as they say. */
  SortedMap<String, String> published() throws IOException {
    SortedMap<String, String> published = new TreeMap<>();
    for (String name : store.names("")) {
      if (isName(name)) {
        boolean shared = PublishedName.isShared(name.substring(RUN.length()));
        Optional<Content> copy = store.get(name + "/" + (shared ? FOLDER : Manifest.PATH));
        if (copy.isPresent()) {
          published.put(name.substring(RUN.length()), folder(copy.get().text(), name));
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
      throw new IOException("what " + place + " says of its folder cannot be read", e);
    }
  }
}
