package io.winnow.summarize.llm;

import java.io.Serializable;
import java.util.List;

/**
 * Which articles a run lets the model summarize: those of the lowest ranks, as many as the budget
 * holds. Articles rank by a hash of their id, so the choice depends on the articles and the budget
 * alone; not on their order, nor on what the cache knows.
 *
 * @param last the highest rank that is chosen; {@code ""} where none is
 * @param questions how many are chosen
 * @param tokens that they take, as estimated
 */
record Plan(String last, int questions, long tokens) implements Serializable {
  /** An article's place in the order, and what it would cost. */
  record Ranked(String rank, int tokens) implements Comparable<Ranked>, Serializable {
    static Ranked of(String articleId, int tokens) {
      return new Ranked(rankOf(articleId), tokens);
    }

    @Override
    public int compareTo(Ranked other) {
      int order = rank.compareTo(other.rank);
      return order != 0 ? order : Integer.compare(tokens, other.tokens);
    }
  }

  /**
   * The longest beginning that the tokens allow.
   *
   * @param ranked the articles of the lowest ranks, ascending, as many as requests are allowed
   */
  static Plan of(List<Ranked> ranked, long maxTokens) {
    Plan plan = new Plan("", 0, 0);
    for (Ranked next : ranked) {
      if (plan.tokens + next.tokens() > maxTokens) {
        break;
      }
      plan = new Plan(next.rank(), plan.questions + 1, plan.tokens + next.tokens());
    }
    return plan;
  }

  boolean chooses(String articleId) {
    return rankOf(articleId).compareTo(last) <= 0;
  }

  private static String rankOf(String articleId) {
    return Questions.sha256(articleId).substring(0, 16) + articleId;
  }
}
