package io.winnow.record;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.reject.RejectReason;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedRecordsTest {
  private static List<SourceRecord> read(String xml) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    assertThat(new FeedRecords(5000).read(new StringReader(xml), records::add), is(nullValue()));
    return records;
  }

  @Test
  void readsRssWithFullContent() throws IOException {
    List<SourceRecord> records =
        read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel>
            <title>Kettle &amp; Cup</title><language>en</language><link>https://example.org/</link>
            <item><title>On List&lt;Tea&gt; &amp;amp; <![CDATA[<b>more</b>]]></title>
              <link>https://example.org/1</link><guid isPermaLink="false">k-1</guid>
              <dc:creator>Ann</dc:creator><pubDate>Tue, 03 Feb 2026 08:00:00 +0000</pubDate>
              <description>Short.</description>
              <content:encoded><![CDATA[<p>Full &amp; long.</p>]]></content:encoded></item>
            <item><guid>https://example.org/2</guid><description>Just words.</description></item>
            <item><title>Nothing</title></item>
            </channel></rss>
            """);
    assertThat(records, hasSize(3));
    SourceRecord first = records.get(0);
    assertThat(first.text(), is("<p>Full &amp; long.</p>"));
    assertThat(first.media(), is("html"));
    assertThat(
        first.facts(),
        is(
            new Facts(
                "k-1",
                "On List & more",
                "https://example.org/1",
                List.of("Ann"),
                "Tue, 03 Feb 2026 08:00:00 +0000",
                "en",
                "Kettle & Cup",
                List.of(),
                null)));
    assertThat(records.get(1).media(), is("text"));
    assertThat(records.get(1).facts().url(), is("https://example.org/2"));
    assertThat(records.get(2).stop().reason(), is(RejectReason.NO_TEXT));
  }

  @Test
  void readsAtomInAllThreeTypesOfText() throws IOException {
    List<SourceRecord> records =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>茶</title>
            <entry><title type="text">a &lt; b</title><id>urn:1</id><updated>2026-02-01T00:00:00Z</updated>
              <link rel="edit" href="https://example.org/edit"/><link href="https://example.org/a"/>
              <author><name>甲</name><uri>https://example.org/jia</uri></author>
              <content type="html">&lt;p&gt;一&lt;/p&gt;</content></entry>
            <entry><title>b</title><content type="xhtml"><div><p>二</p></div></content></entry>
            <entry><title>c</title><published>2020-01-01</published><content type="text">1 &lt; 2</content></entry>
            </feed>
            """);
    assertThat(
        records.stream().map(SourceRecord::media).toList(), contains("html", "html", "text"));
    assertThat(records.get(0).facts().url(), is("https://example.org/a"));
    assertThat(records.get(0).facts().title(), is("a < b"));
    assertThat(records.get(0).facts().authors(), contains("甲"));
    assertThat(records.get(0).facts().lang(), is("zh"));
    assertThat(records.get(1).text(), is("<div><p>二</p></div>"));
    assertThat(records.get(2).text(), is("1 < 2"));
    assertThat(records.get(2).facts().date(), is("2020-01-01"));
  }

  @Test
  void readsRss10WhoseItemsStandBesideTheChannel() throws IOException {
    List<SourceRecord> records =
        read(
            """
            <rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d">
            <channel rdf:about="https://example.org/"><title>Old</title><dc:language>de</dc:language></channel>
            <item rdf:about="https://example.org/x"><title>X</title><dc:date>2004-05-06</dc:date>
            <description>Ein Text.</description></item></rdf:RDF>
            """);
    assertThat(records, hasSize(1));
    assertThat(records.get(0).facts().publication(), is("Old"));
    assertThat(records.get(0).facts().lang(), is("de"));
    assertThat(records.get(0).facts().url(), is("https://example.org/x"));
  }

  @Test
  void aBrokenFeedGivesWhatItHas() throws IOException {
    List<SourceRecord> records =
        read(
            "<rss><channel><item><description>A &nbsp; B & C</description></item>"
                + "<item><description>cut of");
    assertThat(records, hasSize(2));
    assertThat(records.get(1).text(), is("cut of"));
  }

  @Test
  void entitiesAreNeitherFetchedNorExpanded() throws IOException {
    List<SourceRecord> records =
        read(
            "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<rss><channel><item><description>&b; &x;</description></item></channel></rss>");
    assertThat(records.get(0).text(), is("&b; &x;"));
  }

  @Test
  void anItemOverTheCapStopsAlone() throws IOException {
    List<SourceRecord> records =
        read(
            "<rss><channel><item><description>"
                + "x".repeat(6000)
                + "</description></item><item><description>b</description></item></channel></rss>");
    assertThat(records.get(0).stop().reason(), is(RejectReason.TOO_LARGE));
    assertThat(records.get(1).text(), is("b"));
  }
}
