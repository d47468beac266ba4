package io.winnow.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.form.Form;
import io.winnow.form.NewerFormException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is published at an output that has no rename, and who may publish there: one object, so that
 * a write of it that is conditional on its version publishes only for the holder of the lease.
 *
 * @param version of this form
 * @param change unique to one write, so that a write whose answer was lost can be recognized
 * @param lease text of the lease; null when nobody holds it
 * @param published folder of each published name, below the output
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Catalog(int version, String change, @Nullable String lease, Map<String, String> published) {
  /** Its place in the output. */
  static final String PATH = ".published.json";

  private static final int VERSION = 1;
  private static final Form FORM = new Form("a catalog", VERSION);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  Catalog {
    published = new TreeMap<>(published);
  }

  static Catalog of(Map<String, String> published) {
    return new Catalog(VERSION, "", null, published);
  }

  Optional<String> holder() {
    return Optional.ofNullable(lease);
  }

  Catalog heldBy(Optional<String> holder) {
    return new Catalog(version, UUID.randomUUID().toString(), holder.orElse(null), published);
  }

  Catalog with(Map<String, Optional<String>> changes) {
    Map<String, String> next = new TreeMap<>(published);
    changes.forEach((name, folder) -> next.compute(name, (key, old) -> folder.orElse(null)));
    return new Catalog(version, UUID.randomUUID().toString(), lease, next);
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers can be written", e);
    }
  }

  /**
   * The catalog of that text.
   *
   * @throws NewerFormException when it is of a newer version than this program knows
   * @throws IOException when it is none
   */
  static Catalog parse(String json) throws IOException {
    try {
      FORM.requireKnown(PATH, json.getBytes(StandardCharsets.UTF_8), "version");
      return JSON.readValue(json, Catalog.class);
    } catch (JsonProcessingException e) {
      throw new IOException(PATH + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
