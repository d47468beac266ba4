package io.winnow.dedupe;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A made document.
 *
 * @param cluster number of the document that it is a copy of, or its own
 */
record MadeDocument(long number, long cluster, Edit edit, boolean chinese, List<String> sentences) {

  /** How it came to be; all but the first two are copies of a {@link #BASE}. */
  enum Edit {
    /** Like no other. */
    BASE,
    /** Half of it is the text of a family of some thousands. */
    TEMPLATE,
    /** One of thousands of copies of one text. */
    HOT,
    EXACT,
    /** In capitals or full width, and with other line breaks. */
    FORMAT,
    /** Its first 50 to 80 %. */
    TRUNCATED,
    /** Without 10 to 25 % of its sentences. */
    DROPPED,
    /** With 6 % of its words replaced. */
    REPLACED,
    /** With sentences of a site around. */
    BOILERPLATE
  }

  String text() {
    String text = String.join(chinese ? "" : edit == Edit.FORMAT ? "\n" : " ", sentences);
    return text;
  }

  int bytes() {
    return text().getBytes(StandardCharsets.UTF_8).length;
  }
}
