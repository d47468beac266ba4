package io.winnow.bench;

import java.time.LocalDate;
import java.util.List;

/**
 * An article that nobody wrote.
 *
 * @param number from 0, over the whole corpus
 * @param paragraphs of sentences
 * @param isCopy whether it was made from an earlier one
 */
record MadeArticle(
    long number,
    Prose prose,
    Site site,
    Topic topic,
    String title,
    String author,
    LocalDate date,
    List<List<String>> paragraphs,
    boolean isCopy) {

  String url() {
    return String.format(
        java.util.Locale.ROOT,
        "https://%s/%d/%02d/%02d/%d.html",
        site.host(),
        date.getYear(),
        date.getMonthValue(),
        date.getDayOfMonth(),
        number);
  }

  String lang() {
    return prose.lang();
  }

  /** Sentences of a paragraph as one line. */
  String line(List<String> paragraph) {
    return String.join(prose.space(), paragraph);
  }
}
