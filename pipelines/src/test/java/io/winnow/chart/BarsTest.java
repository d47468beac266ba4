package io.winnow.chart;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BarsTest {
  private static final List<Bar> SOME =
      List.of(
          Bar.of("example.org", 12_340),
          Bar.of("一份名字很长很长、一行里放不下的中文刊物之二〇二六年合订本", 617),
          Bar.of("notes/2026/a-file-with-a-rather-long-name-0042.md", 1),
          Bar.rest("66 more", 4_000));

  @Test
  void lengthsAreInProportion() throws Exception {
    List<Element> bars = elements(Bars.draw("T", "", SOME), "rect").subList(1, 5);
    double longest = number(bars.get(0), "width");
    assertThat(number(bars.get(1), "width") / longest, greaterThan(0.049));
    assertThat(number(bars.get(1), "width") / longest, lessThan(0.051));
    assertThat(number(bars.get(2), "width"), equalTo(1.0));
    assertThat(bars.get(3).getAttribute("class"), equalTo("rest"));
  }

  @Test
  void everyRowHasItsNameAndItsValueWithinTheCard() throws Exception {
    String svg = Bars.draw("T", "what is counted", SOME);
    List<Element> bars = elements(svg, "rect").subList(1, 5);
    List<Element> texts = elements(svg, "text");
    for (int i = 0; i < 4; i++) {
      Element label = texts.get(2 + i);
      Element value = texts.get(6 + i);
      assertThat(label.getAttribute("text-anchor"), equalTo("end"));
      assertThat(value.getTextContent(), equalTo(SOME.get(i).shown()));
      double middle = number(bars.get(i), "y") + number(bars.get(i), "height") / 2;
      assertThat(Math.abs(number(label, "y") - 4 - middle), lessThan(3.0));
      assertThat(number(label, "x"), lessThan(number(bars.get(i), "x")));
      assertThat(
          number(label, "x") - TextWidth.of(label.getTextContent()),
          greaterThan(Card.MARGIN - 1.0));
      assertThat(
          number(value, "x") + TextWidth.of(value.getTextContent()),
          lessThanOrEqualTo(Card.WIDTH - Card.MARGIN + 1.0));
    }
  }

  @Test
  void aLongNameKeepsItsEndAndIsWholeInTheDescription() throws Exception {
    String svg = Bars.draw("T", "", SOME);
    assertThat(elements(svg, "text").get(2 + 1).getTextContent(), containsString("…"));
    assertThat(elements(svg, "text").get(2 + 1).getTextContent(), containsString("0042.md"));
    assertThat(
        elements(svg, "desc").get(0).getTextContent(),
        containsString("notes/2026/a-file-with-a-rather-long-name-0042.md: 1; 66 more: 4,000"));
  }

  @Test
  void markupInANameIsText() throws Exception {
    String name = "</text><script>alert('1')</script>&amp;\"\u0000\uFFFE";
    String svg = Bars.draw(name, name, List.of(Bar.of(name, 2), Bar.of("b", 1)));
    assertThat(svg, not(containsString("<script")));
    assertThat(
        elements(svg, "desc").get(0).getTextContent(),
        containsString("</text><script>alert('1')</script>&amp;\"\uFFFD\uFFFD: 2"));
  }

  @Test
  void theBytesDoNotDependOnLocaleOrTimeZone() {
    String svg = Bars.draw("T", "n", SOME);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR", "de-DE", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        assertThat(Bars.draw("T", "n", SOME), equalTo(svg));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void oneBarOrManyKeepTheirThickness() throws Exception {
    for (int count : List.of(1, 2, 13, 100)) {
      List<Bar> bars = IntStream.range(0, count).mapToObj(i -> Bar.of("b" + i, i + 1)).toList();
      for (Element bar : elements(Bars.draw("T", "", bars), "rect").subList(1, count + 1)) {
        assertThat(number(bar, "height"), greaterThan(14.0));
        assertThat(number(bar, "height"), lessThan(16.0));
      }
    }
  }

  static List<Element> elements(String svg, String name) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }
}
