package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestFeedTest {
  private static final Instant DAY = Instant.parse("2026-02-16T08:00:00.123456Z");

  @Test
  void anEmptyFeedIsValid() {
    AtomXml feed = AtomXml.parse(new DigestFeed(Edition.ZH, null).write("README.md", List.of()));
    assertThat(feed.texts("entry"), empty());
    assertThat(feed.texts("updated"), contains("1970-01-01T00:00:00Z"));
    assertThat(feed.links("feed", "self"), contains("feed.zh.xml"));
  }

  @Test
  void linksAreRelativeOrBelowTheSite() {
    DigestFeed.Entry entry = entry("2026-W07.en", "x");
    assertThat(
        AtomXml.parse(new DigestFeed(Edition.EN, null).write("index.html", List.of(entry)))
            .links("entry", "alternate"),
        contains("2026-W07.en.html"));
    AtomXml site =
        AtomXml.parse(
            new DigestFeed(Edition.EN, URI.create("https://example.org/a/"))
                .write("index.html", List.of(entry)));
    assertThat(
        site.links("entry", "alternate"), contains("https://example.org/a/2026-W07.en.html"));
    assertThat(site.links("feed", "alternate"), contains("https://example.org/a/index.html"));
  }

  @Test
  void idsAreThoseOfPeriodAndLanguageForEver() {
    List<String> ids =
        AtomXml.parse(
                new DigestFeed(Edition.EN, null)
                    .write("index.html", List.of(entry("2026-W07.en", "x"))))
            .texts("id");
    assertThat(
        ids,
        contains(
            "urn:uuid:f6a00eae-f401-39f7-9775-c0fe9920ae23",
            "urn:uuid:c93fa9f5-400b-35fc-811c-4c319c57e1c6"));
    AtomXml chinese =
        AtomXml.parse(
            new DigestFeed(Edition.ZH, null)
                .write("index.html", List.of(entry("2026-W07.zh", "x"))));
    assertThat(chinese.texts("id"), not(equalTo(ids)));
  }

  @Test
  void whatXmlCannotHoldIsLeftOutAndTheRestIsKept() {
    String hostile = "a\u0000\u001b\u0008\ud800b ]]> <x> &amp; \ufffe\uffff👩 </feed> <!-- c";
    AtomXml feed =
        AtomXml.parse(
            new DigestFeed(Edition.EN, null).write("index.html", List.of(entry("n", hostile))));
    String kept = "ab ]]> <x> &amp; 👩 </feed> <!-- c";
    assertThat(feed.texts("title").get(1), is(kept));
    assertThat(feed.texts("content"), contains(kept));
  }

  private static DigestFeed.Entry entry(String name, String text) {
    return new DigestFeed.Entry(name, "2026-W07.en.html", text, DAY, text);
  }
}
