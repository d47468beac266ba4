package io.winnow.tag;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sections while a taxonomy is read: children stay behind their parent, whenever they come. */
final class SectionList {
  private final List<Section> sections = new ArrayList<>();

  List<Section> list() {
    return List.copyOf(sections);
  }

  @Nullable Section get(String path) {
    int at = indexOf(path);
    return at < 0 ? null : sections.get(at);
  }

  /** Replaces the section of that path, or puts it behind the last child of its parent. */
  void put(Section section) {
    int at = indexOf(section.path());
    if (at >= 0) {
      sections.set(at, section);
      return;
    }
    int behind = sections.size();
    String parent = section.parent();
    for (int s = 0; parent != null && s < sections.size(); s++) {
      if (isBelow(sections.get(s), parent)) {
        behind = s + 1;
      }
    }
    sections.add(behind, section);
  }

  /** Removes the section of that path and its children. */
  void remove(String path) {
    sections.removeIf(section -> isBelow(section, path));
  }

  private static boolean isBelow(Section section, String path) {
    return section.path().equals(path) || path.equals(section.parent());
  }

  private int indexOf(String path) {
    for (int s = 0; s < sections.size(); s++) {
      if (sections.get(s).path().equals(path)) {
        return s;
      }
    }
    return -1;
  }
}
