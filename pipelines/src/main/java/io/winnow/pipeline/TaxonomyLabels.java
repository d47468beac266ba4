package io.winnow.pipeline;

import io.winnow.page.Edition;
import io.winnow.page.SectionLabels;
import io.winnow.tag.Section;
import io.winnow.tag.Taxonomy;
import java.util.List;

/** The labels of a taxonomy, in the order of its file. */
record TaxonomyLabels(Taxonomy taxonomy) implements SectionLabels {
  @Override
  public String section(String path, Edition edition) {
    if (path.equals(Taxonomy.OTHER)) {
      return edition == Edition.ZH ? "其他" : "Other";
    }
    return taxonomy.label(path, edition.lang()).orElse(path);
  }

  @Override
  public String tag(String id, Edition edition) {
    return taxonomy.label(id, edition.lang()).orElse(id);
  }

  @Override
  public int place(String path) {
    List<Section> sections = taxonomy.sections();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).path().equals(path)) {
        return i;
      }
    }
    return sections.size();
  }
}
