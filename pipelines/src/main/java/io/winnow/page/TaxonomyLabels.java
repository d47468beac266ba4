package io.winnow.page;

import io.winnow.tag.Concept;
import io.winnow.tag.Section;
import io.winnow.tag.Taxonomy;
import java.util.HashMap;
import java.util.Map;

/** Labels and order as the taxonomy's file has them; what it does not know keeps its name. */
public final class TaxonomyLabels implements SectionLabels {
  private record Label(String zh, String en, int place) {
    String in(Edition edition) {
      return edition == Edition.ZH ? zh : en;
    }
  }

  private final Map<String, Label> sections = new HashMap<>();
  private final Map<String, Label> tags = new HashMap<>();

  public TaxonomyLabels(Taxonomy taxonomy) {
    for (Section section : taxonomy.sections()) {
      sections.put(section.path(), new Label(section.zh(), section.en(), sections.size()));
    }
    for (Concept tag : taxonomy.concepts()) {
      tags.put(tag.id(), new Label(tag.zh(), tag.en(), tags.size()));
    }
    int last = Integer.MAX_VALUE;
    sections.putIfAbsent(
        Taxonomy.OTHER,
        new Label(Edition.ZH.say("section.other"), Edition.EN.say("section.other"), last));
  }

  @Override
  public String section(String path, Edition edition) {
    Label label = sections.get(path);
    return label == null ? path : label.in(edition);
  }

  @Override
  public String tag(String id, Edition edition) {
    Label label = tags.get(id);
    return label == null ? id : label.in(edition);
  }

  @Override
  public int place(String path) {
    Label label = sections.get(path);
    return label == null ? Integer.MAX_VALUE - 1 : label.place();
  }
}
