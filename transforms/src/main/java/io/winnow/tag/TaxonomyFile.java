package io.winnow.tag;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import io.winnow.config.YamlMap.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a taxonomy, or what one changes in the default, and checks it: {@code taxonomy.yaml} says
 * what each key means.
 */
final class TaxonomyFile {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");
  private static final String DEFAULT = "default";

  private final YamlFile file;
  private final SectionList sections = new SectionList();
  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Set<String> given = new HashSet<>();
  private final Map<String, YamlMap> changed = new LinkedHashMap<>();

  TaxonomyFile(String name, String yaml) {
    this.file = YamlFile.parse(name, yaml);
  }

  /** Reads and checks the file, examples included. */
  Taxonomy read() {
    Taxonomy taxonomy = readWithoutExamples();
    new TaxonomyExamples(file, taxonomy).check(changed);
    file.check();
    return taxonomy;
  }

  /** Leaves the examples to the tests. */
  Taxonomy readWithoutExamples() {
    YamlMap root = file.root().allow("extends", "remove", "sections", "tags");
    root.text("extends").ifPresent(this::extend);
    remove(root.map("remove").allow("sections", "tags"));
    root.maps("sections").forEach(section -> section(section, null));
    root.maps("tags").forEach(this::concept);
    Taxonomy taxonomy = new Taxonomy(sections.list(), List.copyOf(concepts.values()));
    file.check();
    return taxonomy;
  }

  private void extend(Text base) {
    if (!base.value().equals(DEFAULT)) {
      file.problem(base.line(), "extends '" + base.value() + "' is unknown; allowed: " + DEFAULT);
      return;
    }
    Taxonomy bundled = Taxonomy.bundled();
    bundled.sections().forEach(sections::put);
    bundled.concepts().forEach(concept -> concepts.put(concept.id(), concept));
  }

  private void remove(YamlMap map) {
    for (Text path : map.texts("sections")) {
      if (checkSection(path) != null) {
        sections.remove(path.value());
        concepts.replaceAll(
            (id, concept) ->
                concept.section() == null || sections.get(concept.section()) != null
                    ? concept
                    : concept.withoutSection());
      }
    }
    for (Text id : map.texts("tags")) {
      if (concepts.remove(id.value()) == null) {
        file.problem(id.line(), "tag '" + id.value() + "' does not exist");
      }
    }
  }

  private void section(YamlMap map, @Nullable String parent) {
    List<String> keys = List.of("id", "zh", "en", "aliases", "terms", "kinds", "sites", "children");
    map.allow(keys.subList(0, parent == null ? 8 : 7).toArray(new String[0]));
    String id = id(map);
    String path = parent == null ? id : parent + "/" + id;
    if (path.equals(Taxonomy.OTHER)) {
      file.problem(map.line(), "'other' is the section of articles that fit none");
    }
    if (!given.add("section " + path)) {
      file.problem(map.line(), "section '" + path + "' is given twice");
    }
    Section before = sections.get(path);
    sections.put(
        new Section(
            path,
            label(map, "zh", before == null ? null : before.zh()),
            label(map, "en", before == null ? null : before.en()),
            added(before, Section::headings, map, "aliases"),
            added(before, Section::terms, map, "terms"),
            added(before, Section::kinds, map, "kinds"),
            added(before, Section::sites, map, "sites")));
    if (parent == null) {
      map.maps("children").forEach(child -> section(child, path));
    }
  }

  private void concept(YamlMap map) {
    map.allow(
        "id",
        "zh",
        "en",
        "aliases",
        "ambiguous",
        "context",
        "except",
        "patterns",
        "section",
        "examples",
        "counterexamples");
    String id = id(map);
    if (!id.isEmpty() && !given.add("tag " + id)) {
      file.problem(map.line(), "tag '" + id + "' is given twice");
    }
    Concept before = concepts.get(id);
    String zh = label(map, "zh", before == null ? null : before.zh());
    String en = label(map, "en", before == null ? null : before.en());
    List<String> ambiguous = added(before, Concept::ambiguous, map, "ambiguous");
    List<String> context = added(before, Concept::context, map, "context");
    if (!ambiguous.isEmpty() && context.isEmpty()) {
      file.problem(map.line(), "tag '" + id + "' has ambiguous names but no context");
    }
    map.texts("patterns").forEach(this::checkPattern);
    Concept concept =
        new Concept(
            id,
            zh,
            en,
            Stream.concat(Stream.of(zh, en), added(before, Concept::names, map, "aliases").stream())
                .filter(name -> !name.isEmpty() && !ambiguous.contains(name))
                .distinct()
                .toList(),
            ambiguous,
            context,
            added(before, Concept::except, map, "except"),
            added(before, Concept::patterns, map, "patterns"),
            map.text("section")
                .map(this::checkSection)
                .orElse(before == null ? null : before.section()),
            added(before, Concept::examples, map, "examples"),
            added(before, Concept::counterexamples, map, "counterexamples"));
    concepts.put(id, concept);
    changed.put(id, map);
  }

  private String label(YamlMap map, String key, @Nullable String before) {
    return before == null
        ? map.required(key).value()
        : map.text(key).map(Text::value).orElse(before);
  }

  private static <T> List<String> added(
      @Nullable T before, Function<T, List<String>> list, YamlMap map, String key) {
    List<String> values = new ArrayList<>(before == null ? List.of() : list.apply(before));
    map.texts(key).forEach(text -> values.add(text.value()));
    return values.stream().distinct().toList();
  }

  private String id(YamlMap map) {
    Text id = map.required("id");
    if (!id.value().isEmpty() && !ID.matcher(id.value()).matches()) {
      file.problem(id.line(), "id '" + id.value() + "' must be lower case, digits and hyphens");
    }
    return id.value();
  }

  private void checkPattern(Text pattern) {
    try {
      Pattern.compile(pattern.value());
    } catch (PatternSyntaxException e) {
      file.problem(
          pattern.line(), "pattern '" + pattern.value() + "' is wrong: " + e.getDescription());
    }
  }

  private @Nullable String checkSection(Text path) {
    if (sections.get(path.value()) != null) {
      return path.value();
    }
    file.problem(
        path.line(),
        "section '"
            + path.value()
            + "' does not exist; allowed: "
            + String.join(", ", sections.list().stream().map(Section::path).toList()));
    return null;
  }
}
