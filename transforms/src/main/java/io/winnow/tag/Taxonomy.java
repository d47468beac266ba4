package io.winnow.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The controlled vocabulary: sections on two levels, and tags, each with Chinese and English
 * labels.
 *
 * @param sections in the order of the file: parents before their children
 * @param concepts in the order of the file
 */
public record Taxonomy(List<Section> sections, List<Concept> concepts) implements Serializable {
  /** The section of an article that fits none. */
  public static final String OTHER = "other";

  /** The taxonomy that ships with Winnow. */
  public static Taxonomy bundled() {
    String name = "taxonomy.yaml";
    try (InputStream in = Taxonomy.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new TaxonomyFile(name, yaml).readWithoutExamples();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The taxonomy of a user's file.
   *
   * @param name of the file, for messages
   * @throws io.winnow.config.ConfigException with every problem of the file at once
   */
  public static Taxonomy parse(String name, String yaml) {
    return new TaxonomyFile(name, yaml).read();
  }

  /** The label of a section path or tag id in a language; English unless {@code zh} is asked. */
  public Optional<String> label(String id, String lang) {
    boolean zh = lang.equals("zh");
    return sections.stream()
        .filter(section -> section.path().equals(id))
        .map(section -> zh ? section.zh() : section.en())
        .findFirst()
        .or(
            () ->
                concepts.stream()
                    .filter(concept -> concept.id().equals(id))
                    .map(concept -> zh ? concept.zh() : concept.en())
                    .findFirst());
  }
}
