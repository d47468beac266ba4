package io.winnow.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Takes over what the library drew: bars, lines and texts, at their places, and nothing else. Its
 * random ids, its style, clips and invisible frames stay behind, so what is left is small and the
 * same every time.
 */
final class Drawing {
  private static final Pattern TRANSLATE =
      Pattern.compile("translate\\((-?[0-9.eE-]+) (-?[0-9.eE-]+) \\) ");
  private static final Pattern TEXT_STYLE = Pattern.compile("fill:(#[0-9a-f]{6});");

  private static final String BELOW_AXIS = "0.7em";

  /** Where the first name below the axis is not taken for a part of the zero beside it. */
  private static final String CLEAR_OF_ZERO = "1.1em";

  /** The library gives bars of nothing a height of 0.1. */
  private static final double LEAST = 0.15;

  private final StringBuilder svg;

  Drawing(StringBuilder svg) {
    this.svg = svg;
  }

  /** Appends what is seen of the library's drawing, shifted. */
  void add(String drawn, double x, double y) {
    add(parse(drawn), x, y);
  }

  private void add(Element element, double x, double y) {
    Matcher shift = TRANSLATE.matcher(element.getAttribute("transform"));
    if (shift.matches()) {
      x += Double.parseDouble(shift.group(1));
      y += Double.parseDouble(shift.group(2));
    }
    switch (element.getTagName()) {
      case "rect" -> rect(element, x, y);
      case "line" -> line(element, x, y);
      case "text" -> text(element, x, y);
      case "svg", "g" -> {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
          if (child instanceof Element inner) {
            add(inner, x, y);
          }
        }
      }
      default -> {}
    }
  }

  private void rect(Element rect, double x, double y) {
    double width = number(rect, "width");
    double height = number(rect, "height");
    Optional<Ink> ink = Ink.of(rect.getAttribute("fill"));
    if (ink.isPresent() && width > LEAST && height > LEAST) {
      open("rect", ink.get());
      attribute("x", x + number(rect, "x"));
      attribute("y", y + number(rect, "y"));
      attribute("width", width);
      attribute("height", height);
      svg.append(" rx=\"2\"/>\n");
    }
  }

  private void line(Element line, double x, double y) {
    Optional<Ink> ink = Ink.of(line.getAttribute("stroke"));
    if (ink.isPresent()) {
      open("line", ink.get());
      attribute("x1", x + number(line, "x1"));
      attribute("y1", y + number(line, "y1"));
      attribute("x2", x + number(line, "x2"));
      attribute("y2", y + number(line, "y2"));
      if (line.hasAttribute("stroke-dasharray")) {
        svg.append(" stroke-width=\"2\" stroke-dasharray=\"5 3\"");
      }
      svg.append("/>\n");
    }
  }

  private void text(Element text, double x, double y) {
    String content = text.getTextContent().strip();
    if (content.isEmpty()) {
      return;
    }
    Matcher style = TEXT_STYLE.matcher(text.getAttribute("style"));
    open("text", style.find() ? Ink.of(style.group(1)).orElse(Ink.TEXT) : Ink.MUTED);
    attribute("x", x + number(text, "x"));
    attribute("y", y + number(text, "y"));
    if (text.hasAttribute("dy")) {
      String dy = text.getAttribute("dy");
      svg.append(" dy=\"").append(dy.equals(BELOW_AXIS) ? CLEAR_OF_ZERO : dy).append('"');
    }
    copy(text, "text-anchor");
    svg.append('>').append(escape(content)).append("</text>\n");
  }

  /** Text in an element or between double quotes. */
  static String escape(String text) {
    return clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The text with U+FFFD for what XML 1.0 cannot hold, not even escaped. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(letter -> isOfXml(letter) ? letter : 0xFFFD)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isOfXml(int letter) {
    return (letter >= ' ' && letter < Character.MIN_SURROGATE)
        || letter == '\t'
        || letter == '\n'
        || (letter > Character.MAX_SURROGATE && letter < 0xFFFE)
        || letter >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }

  private void open(String name, Ink ink) {
    svg.append('<').append(name).append(" class=\"").append(ink.cssClass()).append('"');
  }

  private void attribute(String name, double value) {
    String written = String.format(Locale.ROOT, "%.1f", value + 0.0);
    svg.append(' ').append(name).append("=\"");
    svg.append(written.endsWith(".0") ? written.substring(0, written.length() - 2) : written);
    svg.append('"');
  }

  private void copy(Element element, String name) {
    if (element.hasAttribute(name)) {
      svg.append(' ').append(name).append("=\"").append(element.getAttribute(name)).append('"');
    }
  }

  private static double number(Element element, String name) {
    return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : 0;
  }

  private static Element parse(String drawn) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(drawn)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("what the library drew is no SVG", e);
    }
  }
}
