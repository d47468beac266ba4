package io.winnow.page;

/** What the taxonomy calls its sections and tags in each language, and in which order they come. */
public interface SectionLabels {
  /** Label of a section by its path; the path itself where the taxonomy does not know it. */
  String section(String path, Edition edition);

  /** Label of a tag by its id; the id itself where the taxonomy does not know it. */
  String tag(String id, Edition edition);

  /** Place of a section on a page, from general to special; unknown ones come last. */
  int place(String path);

  /** Paths and ids as they are, in the order of the alphabet. */
  SectionLabels PLAIN =
      new SectionLabels() {
        @Override
        public String section(String path, Edition edition) {
          return path;
        }

        @Override
        public String tag(String id, Edition edition) {
          return id;
        }

        @Override
        public int place(String path) {
          return 0;
        }
      };
}
