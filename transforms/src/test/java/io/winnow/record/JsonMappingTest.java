package io.winnow.record;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class JsonMappingTest {
  private static SourceRecord record(String json) throws IOException {
    return new JsonMapping(RecordFields.defaults()).record(new JsonMapper().readTree(json), json);
  }

  @Test
  void readsWhatCorporaAndExportersWrite() throws IOException {
    SourceRecord crawl =
        record(
            "{\"text\": \"a b\", \"metadata\": {\"url\": \"https://example.org\", \"date\": \"2020-01-02\"}}");
    assertThat(crawl.facts().url(), is("https://example.org"));
    assertThat(crawl.facts().date(), is("2020-01-02"));
    SourceRecord blog =
        record(
            "{\"title\": {\"rendered\": \"T\"}, \"content\": {\"rendered\": \"<p>x</p>\"},"
                + " \"link\": \"https://example.org/t\", \"date\": \"2020-01-02T03:04:05\"}");
    assertThat(blog.facts().title(), is("T"));
    assertThat(blog.media(), is("html"));
    SourceRecord account =
        record("{\"标题\": \"水\", \"正文\": \"水开了。\", \"作者\": \"甲\", \"发布时间\": \"2026-02-03\"}");
    assertThat(account.text(), is("水开了。"));
    assertThat(account.facts().authors(), contains("甲"));
  }

  @Test
  void joinsTheStyledPartsOfOneText() throws IOException {
    SourceRecord message =
        record("{\"text\": [\"a \", {\"type\": \"bold\", \"text\": \"b\"}, \" c\"]}");
    assertThat(message.text(), is("a b c"));
  }

  @Test
  void takesMarkupOfTheArticleButNotAWholePage() throws IOException {
    assertThat(
        record("{\"plaintext\": \"a b\", \"html\": \"<h2>a</h2><p>b</p>\"}").media(), is("html"));
    assertThat(
        record("{\"text\": \"a b\", \"html\": \"<html><nav>x</nav><p>b</p></html>\"}").text(),
        is("a b"));
  }

  @Test
  void guessesTheLongestProseWhereNoNameIsKnown() throws IOException {
    String prose = "Water boils at a hundred degrees at the level of the sea. ".repeat(3);
    SourceRecord record =
        record("{\"key\": \"" + "x".repeat(400) + "\", \"payload\": {\"msg\": \"" + prose + "\"}}");
    assertThat(record.text(), is(prose));
    assertThat(
        new JsonMapping(RecordFields.defaults())
            .sources(new JsonMapper().readTree("{\"msg\": \"" + prose + "\"}")),
        hasEntry("text", "msg (longest)"));
  }

  @Test
  void anOwnFileReplacesTheNamesItMentions() throws IOException {
    RecordFields fields = RecordFields.parse("f.yaml", "text: [lede.full]\n");
    String json = "{\"text\": \"no\", \"title\": \"t\", \"lede\": {\"full\": \"yes\"}}";
    SourceRecord record = new JsonMapping(fields).record(new JsonMapper().readTree(json), json);
    assertThat(record.text(), is("yes"));
    assertThat(record.facts().title(), is("t"));
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    IllegalArgumentException e =
        Assertions.assertThrows(
            IllegalArgumentException.class,
            () -> RecordFields.parse("f.yaml", "txt: [a]\ntitle: b\n"));
    assertThat(e.getMessage(), containsString("f.yaml:1: unknown key 'txt'; allowed: id, url"));
    assertThat(e.getMessage(), containsString("f.yaml:2: 'title' must be a list"));
  }

  @Test
  void tellsHtmlFromTextAboutIt() {
    assertThat(Media.of("<div>\n<p>a</p></div>"), is("html"));
    assertThat(Media.of("Words first.<p>a</p><p>b</p><p>c</p>"), is("html"));
    assertThat(Media.of("Use <b> and </b>."), is("text"));
    assertThat(Media.of("a\n## b\nc"), is("markdown"));
  }
}
