package io.winnow.summarize;

/**
 * How much a sentence deserves to stand in a summary, and by what.
 *
 * @param position by how early it stands among those that could
 * @param centrality by what it has in common with the other sentences
 * @param information by numbers, names and words that announce a finding
 * @param title by what it has in common with the title
 * @param introduction by saying who made or said what the title names
 * @param keeps share that its flaws leave
 * @param scale by which the merits of one text are made comparable with those of others
 */
record Merit(
    double position,
    double centrality,
    double information,
    double title,
    double introduction,
    double keeps,
    double scale) {
  /** 0 to about 1. */
  double value() {
    return (position + centrality + information + title + introduction) * keeps * scale;
  }

  Merit scaled(double factor) {
    return new Merit(position, centrality, information, title, introduction, keeps, scale * factor);
  }
}
