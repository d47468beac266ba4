package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.record.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaWikiTest {
  private static final String HEAD =
      "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" xml:lang=\"en\">\n"
          + "<siteinfo><sitename>Waterpedia</sitename><base>https://water.example/wiki/Main_Page</base>"
          + "<namespaces><namespace key=\"0\" case=\"first-letter\" /><namespace key=\"10\">Template</namespace>"
          + "</namespaces></siteinfo>\n";

  @Test
  void pagesOfTheMainNamespaceAreRecords() {
    Dump dump = Dumps.readOne("w.xml", export(page("Salt & sea", 0, "It is '''salty'''.")));
    assertThat(dump.origin().format(), is(SourceFormat.MEDIAWIKI));
    assertThat(told(List.of(dump)), contains("markdown: It is **salty**.\n"));
    Facts facts = dump.records().get(0).facts();
    assertThat(facts.title(), is("Salt & sea"));
    assertThat(facts.url(), is("https://water.example/wiki/Salt_%26_sea"));
    assertThat(facts.publication(), is("Waterpedia"));
    assertThat(facts.lang(), is("en"));
    assertThat(facts.id(), is("7"));
    assertThat(facts.date(), is(nullValue()));
    assertThat(dump.unreadable(), is(empty()));
  }

  @Test
  void theLastRevisionCounts() {
    String revision = "<revision><id>%d</id><text>%s</text></revision>";
    String page =
        "<page><title>A</title><ns>0</ns><id>1</id>"
            + revision.formatted(1, "old")
            + revision.formatted(2, "new")
            + "</page>";
    assertThat(told(Dumps.read("w.xml", export(page))), contains("markdown: new\n"));
  }

  @Test
  void whatIsNoPageOfTheWikiStopsByName() {
    String redirect =
        "<page><title>B</title><ns>0</ns><id>1</id><redirect title=\"Salt\" /><revision><text>#REDIRECT [[Salt]]"
            + "</text></revision></page>";
    String module =
        "<page><title>C</title><ns>0</ns><id>1</id><revision><model>css</model><text>p {}</text></revision></page>";
    byte[] export =
        export(
            page("Template:X", 10, "x"),
            redirect,
            page("D", 0, "#重定向 [[水]]"),
            module,
            page("E", 0, ""),
            page("F", 0, "{{only|a=template}}"));
    assertThat(
        told(Dumps.read("w.xml", export)),
        contains(
            "NOT_AN_ARTICLE namespace 10 (Template)",
            "NOT_AN_ARTICLE redirect to Salt",
            "NOT_AN_ARTICLE redirect",
            "NOT_AN_ARTICLE content model css",
            "NO_TEXT empty page",
            "NO_TEXT nothing but templates"));
  }

  @Test
  void aCompressedExportAboveTheCapIsReadInWindows() {
    ReadSpec small = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 24, 5000);
    String[] pages = new String[60];
    Arrays.setAll(pages, n -> page("P" + n, 0, "Water is wet. ".repeat(200) + n));
    List<Dump> dumps = Dumps.read("w.xml.bz2", Packed.BZIP2.pack(export(pages)), small);
    assertThat(told(dumps).size(), is(60));
    assertThat(dumps.size(), is(greaterThan(3)));
  }

  @Test
  void aLargePageStopsAlone() {
    ReadSpec small = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 24, 5000);
    byte[] export =
        export(page("A", 0, "a &amp; b\n".repeat(100_000)), page("B", 0, "Water is wet."));
    List<Dump> dumps = Dumps.read("w.xml", export, small);
    assertThat(
        told(dumps), contains("TOO_LARGE characters of one page", "markdown: Water is wet.\n"));
    assertThat(dumps.get(0).records().get(0).stop().measured(), is(600_000.0));
  }

  @Test
  void aTruncatedExportKeepsWhatCameBefore() {
    byte[] export = export(page("A", 0, "Water is wet."), page("B", 0, "Fire is hot."));
    Dump dump = Dumps.readOne("w.xml", Arrays.copyOf(export, export.length - 80));
    assertThat(told(List.of(dump)), contains("markdown: Water is wet.\n"));
    assertThat(dump.unreadable().get(0).reason().name(), is("MALFORMED_RECORD"));
  }

  @Test
  void entitiesAreNotExpanded() {
    String bomb =
        "<!DOCTYPE mediawiki [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    byte[] export = (bomb + HEAD + page("A", 0, "x &b; &f; y") + "</mediawiki>").getBytes(UTF_8);
    for (Dump dump : Dumps.read("w.xml", export)) {
      assertThat(told(List.of(dump)).toString().contains("aaaa"), is(false));
      assertThat(told(List.of(dump)).toString().contains("root"), is(false));
    }
  }

  @Test
  void deepAndLongMarkupIsOverItsCap() {
    ReadSpec small = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 24, 5000);
    Dump deep = Dumps.read("w.xml", export("<a>".repeat(1000)), small).get(0);
    assertThat(deep.unreadable().get(0).reason().name(), is("TOO_DEEP"));
    byte[] tag = export("<page a=\"" + "x".repeat(1 << 20) + "\">");
    Dump wide = Dumps.read("w.xml", tag, small).get(0);
    assertThat(wide.unreadable().get(0).reason().name(), is("TOO_LARGE"));
  }

  static byte[] export(String... pages) {
    return (HEAD + String.join("\n", pages) + "\n</mediawiki>\n").getBytes(UTF_8);
  }

  static String page(String title, int namespace, String text) {
    return ("<page><title>%s</title><ns>%d</ns><id>7</id><revision><id>9</id>"
            + "<timestamp>2024-05-18T01:58:10Z</timestamp><contributor><id>3</id></contributor>"
            + "<model>wikitext</model><text xml:space=\"preserve\">%s</text></revision></page>")
        .formatted(title.replace("&", "&amp;"), namespace, text);
  }

  private static List<String> told(List<Dump> dumps) {
    List<String> told = new ArrayList<>();
    for (Dump dump : dumps) {
      dump.records()
          .forEach(
              record ->
                  told.add(
                      record.stop() == null
                          ? record.media() + ": " + record.text()
                          : record.stop().reason() + " " + record.stop().detail()));
    }
    return told;
  }
}
