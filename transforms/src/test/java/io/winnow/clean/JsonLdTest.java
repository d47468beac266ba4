package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTest {
  private static JsonLd read(String... scripts) {
    return JsonLd.of(List.of(scripts), "Colouring graphs | Compiler Weekly");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@type':'NewsArticle','headline':'Colouring graphs','author':{'name':'Ada Example'}}",
        "[{'@type':'WebSite','name':'Compiler Weekly'},{'@type':['Thing','BlogPosting'],'headline':'Colouring graphs','author':['Ada Example']}]",
        "{'@graph':[{'@type':'Article','headline':'Colouring graphs','author':{'@id':'#ada'}},{'@type':['Person'],'@id':'#ada','name':'Ada Example'}]}",
        "{'@type':'WebPage','mainEntity':{'@type':'https://schema.org/TechArticle','headline':'Colouring graphs','author':[{'@type':'Person','givenName':'Ada','familyName':'Example'}]}}",
        "{'@type':'Article','headline':'Colouring graphs','creator':'Ada Example'}",
        "<!-- {'@type':'Article','headline':'Colouring graphs','author':'Ada Example',} -->",
        "//<![CDATA[\n{'@type':'Article', /* made by hand */ 'headline':'Colouring graphs','author':'Ada Example'}\n//]]>",
        "{'@type':'Article','headline':'Colouring graphs','description':'two\nlines','author':'Ada Example'};",
        "{'@type':'WebSite'}{'@type':'Article','headline':'Colouring graphs','author':'Ada Example'}"
      })
  void readsTheFormsThatPagesUse(String script) {
    JsonLd data = read(script.replace('\'', '"'));

    assertThat(data.headline(), equalTo("Colouring graphs"));
    assertThat(data.authors(), contains("Ada Example"));
  }

  @Test
  void prefersTheArticleThatTheTitleSpeaksOf() {
    JsonLd data =
        read(
            """
            [{"@type":"NewsArticle","headline":"Another story","datePublished":"2020-01-01"},
             {"@type":"NewsArticle","headline":"Colouring graphs","datePublished":"2026-01-05"}]""");

    assertThat(data.published(), equalTo("2026-01-05"));
  }

  @Test
  void readsWhatMattersOfABrokenScript() {
    JsonLd data =
        read(
            """
            {"@type":"NewsArticle","description":"he said "no" twice","headline":"Colouring graphs",
             "author":{"@type":"Person","name":"Ada Example"},"datePublished":"2026-01-05T08:00:00Z"}""");

    assertThat(data.headline(), equalTo("Colouring graphs"));
    assertThat(data.authors(), contains("Ada Example"));
    assertThat(data.published(), equalTo("2026-01-05T08:00:00Z"));
  }

  @Test
  void takesEntitiesAndTagsOutOfHeadlines() {
    assertThat(
        read("{\"@type\":\"Article\",\"headline\":\"Colouring &amp;#8211; <i>graphs</i>\"}")
            .headline(),
        equalTo("Colouring – graphs"));
  }

  @Test
  void givesThePagesDateApart() {
    JsonLd data = read("{\"@type\":\"WebPage\",\"datePublished\":\"2019-01-10\"}");

    assertThat(data.published(), nullValue());
    assertThat(data.created(), equalTo("2019-01-10"));
  }

  @Test
  void hostileScriptsSayNothing() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(read("[".repeat(10_000_000)).authors(), empty());
          assertThat(read("{\"a\":".repeat(190_000)).authors(), empty());
          assertThat(
              read("{\"@type\":\"Article\",\"author\":" + "[".repeat(500_000)).authors(), empty());
          assertThat(read("{\"@type\":\"Article\"},".repeat(45_000)).headline(), nullValue());
          assertThat(
              read("\"name\":\"x".repeat(90_000) + "\"@type\":\"Article\"{}").headline(),
              nullValue());
        });
  }
}
