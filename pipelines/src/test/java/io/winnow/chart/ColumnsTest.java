package io.winnow.chart;

import static io.winnow.chart.BarsTest.elements;
import static io.winnow.chart.BarsTest.number;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.chart.Columns.Mark;
import io.winnow.chart.Columns.Tick;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ColumnsTest {
  @Test
  void theGridHasRoundValues() {
    assertThat(Columns.grid(0), contains(0.0, 1.0));
    assertThat(Columns.grid(3), contains(0.0, 1.0, 2.0, 3.0));
    assertThat(Columns.grid(9), contains(0.0, 2.0, 4.0, 6.0, 8.0));
    assertThat(Columns.grid(24), contains(0.0, 5.0, 10.0, 15.0, 20.0));
    assertThat(Columns.grid(1_234), contains(0.0, 500.0, 1_000.0));
    assertThat(Columns.grid(1_000_000_000), contains(0.0, 2e8, 4e8, 6e8, 8e8, 1e9));
  }

  @Test
  void theMarkLiesWhereItsValueDoes() throws Exception {
    List<Bar> twenty = IntStream.range(0, 20).mapToObj(i -> Bar.of("b" + i, 20 - i)).toList();
    String svg = Columns.draw("T", "", twenty, List.of(), new Mark(9.2, "joined from 0.46"));
    List<Element> columns = elements(svg, "rect").subList(1, 21);
    double left = columns.stream().mapToDouble(bar -> number(bar, "x")).min().orElseThrow();
    double right =
        columns.stream()
            .mapToDouble(bar -> number(bar, "x") + number(bar, "width"))
            .max()
            .orElseThrow();
    Element mark =
        elements(svg, "line").stream()
            .filter(line -> line.getAttribute("class").equals("mark"))
            .findFirst()
            .orElseThrow();
    assertThat((number(mark, "x1") - left) / (right - left), closeTo(0.46, 0.01));
    assertThat(texts(svg), hasItems("joined from 0.46"));
  }

  @Test
  void fewColumnsShowTheirValuesAndManyDoNot() throws Exception {
    List<Tick> ticks = List.of(new Tick(0.5, "2026-01-05"), new Tick(2.5, "2026-01-07"));
    List<Bar> three = List.of(Bar.of("a", 7_000), Bar.of("b", 0), Bar.of("c", 13));
    assertThat(
        texts(Columns.draw("T", "", three, ticks, null)),
        hasItems("7,000", "13", "2026-01-05", "6,000"));
    List<Bar> many = IntStream.range(0, 60).mapToObj(i -> Bar.of("b" + i, 77)).toList();
    assertThat(texts(Columns.draw("T", "", many, ticks, null)), not(hasItems("77")));
    assertThat(elements(Columns.draw("T", "", many, ticks, null), "rect"), hasSize(61));
  }

  @Test
  void theTicksStandUprightBelowTheAxisToTheLast() throws Exception {
    List<Bar> twenty =
        IntStream.range(0, 20).mapToObj(i -> Bar.of("b" + i, i == 18 ? 1 : 0)).toList();
    List<Tick> ticks =
        IntStream.rangeClosed(0, 4).mapToObj(i -> new Tick(5 * i, "0." + 25 * i)).toList();
    String svg = Columns.draw("T", "", twenty, ticks, new Mark(9.2, "x"));
    Element column = elements(svg, "rect").get(1);
    for (Tick tick : ticks) {
      Element shown =
          elements(svg, "text").stream()
              .filter(text -> text.getTextContent().equals(tick.label()))
              .findFirst()
              .orElseThrow();
      assertThat(shown.getAttribute("text-anchor"), is("middle"));
      assertThat(number(shown, "y"), greaterThan(number(column, "y") + number(column, "height")));
    }
    assertThat(elements(svg, "rect"), hasSize(2));
  }

  @Test
  void aSmallValueBesideALargeOneIsStillSeen() throws Exception {
    String svg =
        Columns.draw("T", "", List.of(Bar.of("a", 1), Bar.of("b", 1_000_000)), List.of(), null);
    assertThat(elements(svg, "rect"), hasSize(3));
  }

  private static List<String> texts(String svg) throws Exception {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }
}
