package io.winnow.finish;

import io.winnow.learn.ArticleGroups;
import io.winnow.prepare.Prepared;
import io.winnow.schema.Learned;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;

/** What can be known about one piece when it is finished; the order is that of the union's tags. */
enum Part {
  PREPARED("Articles"),
  VERDICT("Verdicts"),
  LEARNED("Learned"),
  REJECT("Rejects"),
  STORY("Stories");

  private static final Part[] ALL = values();

  private final String label;

  Part(String label) {
    this.label = label;
  }

  static Part at(int tag) {
    return ALL[tag];
  }

  String label() {
    return label;
  }

  /** Id of the piece that a record of this part is about. */
  String id(Object record) {
    return switch (this) {
      case PREPARED -> ((Prepared) record).id();
      case VERDICT -> ((Verdict) record).getId();
      case LEARNED -> throw new IllegalArgumentException("what was learned is about many pieces");
      case REJECT -> ((Reject) record).getId();
      case STORY -> ((StoryMark) record).getId();
    };
  }

  /** The group, of so many, that a record of this part belongs to. */
  int group(Object record, int groups) {
    return this == LEARNED
        ? ((Learned) record).getGroup()
        : ArticleGroups.group(id(record), groups);
  }
}
