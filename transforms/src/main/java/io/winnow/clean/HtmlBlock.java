package io.winnow.clean;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A run of text of a page between two block boundaries: a paragraph, heading, item, line of code or
 * row of a table.
 *
 * @param owner the block element that holds it
 * @param line its text with its Markdown marker, and its range in the page's source
 * @param mass how much it says: letters and digits, a Han character as much as {@value #HAN_MASS}
 *     others
 * @param linkMass the part of it inside links
 * @param marks sentence marks and commas in it
 * @param links the links and pictures in it
 */
record HtmlBlock(
    Element owner, Line line, int mass, int linkMass, int marks, List<FoundLink> links) {
  static final int HAN_MASS = 3;

  HtmlBlock {
    links = List.copyOf(links);
  }

  /** Share of its text inside links. */
  double linkDensity() {
    return mass == 0 ? 0 : (double) linkMass / mass;
  }

  boolean is(Line.Form form) {
    return line.is(form);
  }

  /** Mass of a text. */
  static int mass(CharSequence text) {
    int mass = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        mass += c >= 0x2E80 && c < 0xD800 ? HAN_MASS : 1;
      }
    }
    return mass;
  }

  /** Whether one element is another or lies below it. */
  static boolean isWithin(Element element, Element ancestor) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up == ancestor) {
        return true;
      }
    }
    return false;
  }
}
