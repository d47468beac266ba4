package io.winnow.tag;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import io.winnow.config.YamlMap.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a taxonomy and checks it: {@code taxonomy.yaml} says what each key means. */
final class TaxonomyFile {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");

  private final YamlFile file;
  private final Map<String, Section> sections = new HashMap<>();
  private final List<Section> ordered = new ArrayList<>();

  TaxonomyFile(String name, String yaml) {
    this.file = YamlFile.parse(name, yaml);
  }

  Taxonomy read() {
    YamlMap root = file.root().allow("sections", "tags");
    for (YamlMap section : root.maps("sections")) {
      section(section, null);
    }
    Set<String> ids = new HashSet<>();
    List<Concept> concepts = root.maps("tags").stream().map(tag -> concept(tag, ids)).toList();
    file.check();
    return new Taxonomy(List.copyOf(ordered), concepts);
  }

  private void section(YamlMap map, @Nullable String parent) {
    List<String> keys = List.of("id", "zh", "en", "aliases", "terms", "kinds", "sites", "children");
    map.allow(keys.subList(0, parent == null ? 8 : 7).toArray(new String[0]));
    String id = id(map);
    String path = parent == null ? id : parent + "/" + id;
    if (path.equals(Taxonomy.OTHER)) {
      file.problem(map.line(), "'other' is the section of articles that fit none");
    }
    Section section =
        new Section(
            path,
            map.required("zh").value(),
            map.required("en").value(),
            values(map.texts("aliases")),
            values(map.texts("terms")),
            values(map.texts("kinds")),
            values(map.texts("sites")));
    if (sections.put(path, section) != null) {
      file.problem(map.line(), "section '" + path + "' is given twice");
    }
    ordered.add(section);
    if (parent == null) {
      map.maps("children").forEach(child -> section(child, path));
    }
  }

  private Concept concept(YamlMap map, Set<String> ids) {
    map.allow(
        "id", "zh", "en", "aliases", "ambiguous", "context", "patterns", "section", "examples");
    String id = id(map);
    if (!id.isEmpty() && !ids.add(id)) {
      file.problem(map.line(), "tag '" + id + "' is given twice");
    }
    Text zh = map.required("zh");
    Text en = map.required("en");
    List<Text> ambiguous = map.texts("ambiguous");
    List<Text> context = map.texts("context");
    if (!ambiguous.isEmpty() && context.isEmpty()) {
      file.problem(map.line(), "tag '" + id + "' has ambiguous names but no context");
    }
    Set<String> unsafe = new HashSet<>(values(ambiguous));
    List<Text> names =
        Stream.concat(Stream.of(zh, en), map.texts("aliases").stream())
            .filter(name -> !name.value().isEmpty() && !unsafe.contains(name.value()))
            .toList();
    map.texts("patterns").forEach(this::checkPattern);
    return new Concept(
        id,
        zh.value(),
        en.value(),
        names.stream().map(Text::value).distinct().toList(),
        values(ambiguous),
        values(context),
        values(map.texts("patterns")),
        map.text("section").map(this::checkSection).orElse(null));
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

  private String checkSection(Text path) {
    if (!sections.containsKey(path.value())) {
      file.problem(
          path.line(),
          "section '"
              + path.value()
              + "' does not exist; allowed: "
              + String.join(", ", ordered.stream().map(Section::path).toList()));
    }
    return path.value();
  }

  private static List<String> values(List<Text> texts) {
    return texts.stream().map(Text::value).toList();
  }
}
