package io.winnow.forget;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.dedupe.UrlKey;
import io.winnow.form.Form;
import io.winnow.form.NewerFormException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All that was taken down at one output.
 *
 * @param version of this form
 * @param salt of the hashes
 * @param tombstones in the order of their making
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Tombstones(int version, String salt, List<Tombstone> tombstones)
    implements Serializable {
  public static final int VERSION = 1;

  private static final Form FORM = new Form("a list of forgotten texts", VERSION);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  public Tombstones {
    tombstones = List.copyOf(tombstones);
  }

  /** None yet, with a salt of their own. */
  public static Tombstones none() {
    return new Tombstones(VERSION, Salt.random().hex(), List.of());
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @param place where it stands, for people
   * @throws NewerFormException when a newer Winnow wrote it, which may know of more that is to be
   *     kept out
   * @throws IOException when it is something else
   */
  public static Tombstones parse(String place, byte[] json) throws IOException {
    try {
      FORM.requireKnown(place, json, "version");
      return JSON.readValue(json, Tombstones.class);
    } catch (JsonProcessingException e) {
      throw new IOException(place + " is no list of forgotten texts: " + e.getOriginalMessage(), e);
    }
  }

  /** All of it as JSON. */
  public String json() throws IOException {
    return JSON.writeValueAsString(this);
  }

  /** What hashes of this output are made with. */
  public Salt salted() {
    return new Salt(salt);
  }

  /** The same with others besides. */
  public Tombstones with(Collection<Tombstone> others) {
    List<Tombstone> all = new ArrayList<>(tombstones);
    all.addAll(others);
    return new Tombstones(version, salt, all);
  }

  /** The same without one. */
  public Tombstones without(Tombstone lifted) {
    return new Tombstones(
        version, salt, tombstones.stream().filter(each -> !each.id().equals(lifted.id())).toList());
  }

  /** Those of a piece, by its id or the beginning of it. */
  public List<Tombstone> ofId(String prefix) {
    return tombstones.stream()
        .filter(
            each ->
                each.id().startsWith(prefix)
                    || each.ids().stream().anyMatch(id -> id.startsWith(prefix)))
        .toList();
  }

  /** The one that keeps a URL out, in any of its forms. */
  public Optional<Tombstone> ofUrl(String url) {
    String key = UrlKey.of(url);
    if (key == null) {
      return Optional.empty();
    }
    String hash = salted().hash(key);
    return tombstones.stream().filter(each -> each.urls().contains(hash)).findFirst();
  }
}
