package io.winnow.finish;

import io.winnow.learn.ArticleGroups;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Learned;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;

/** What can be known about one piece when it is finished; the order is that of the union's tags. */
enum Part {
  DRAFT("Drafts"),
  VERDICT("Verdicts"),
  LEARNED("Learned"),
  KEYS("Fingerprints"),
  REJECT("Rejects"),
  SIGNED("Signatures"),
  STORY("Stories");

  private final String label;

  Part(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Id of the piece that a record of this part is about. */
  String id(Object record) {
    return switch (this) {
      case DRAFT -> ((Draft) record).getArticle().getId();
      case VERDICT -> ((Verdict) record).getId();
      case LEARNED -> throw new IllegalArgumentException("what was learned is about many pieces");
      case KEYS -> ((Fingerprint) record).getId();
      case REJECT -> ((Reject) record).getId();
      case SIGNED, STORY -> ((StoryMark) record).getId();
    };
  }

  /** The group, of so many, that a record of this part belongs to. */
  int group(Object record, int groups) {
    return this == LEARNED
        ? ((Learned) record).getGroup()
        : ArticleGroups.group(id(record), groups);
  }
}
