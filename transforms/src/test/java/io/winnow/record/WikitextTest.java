package io.winnow.record;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikitextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Water is '''wet''' and ''cold''.~Water is **wet** and *cold*.",
        "'''''Both''''' of them~***Both*** of them",
        "An odd '''one out~An odd one out",
        "It's Ada's~It's Ada's",
        "A [[river]] and [[Sea (water)|seas]]~A river and seas",
        "[[Sea (water)|]] and [[Help:Sea|]]~Sea and Sea",
        "See [https://example.org/a the page], [https://example.org/b] too~See [the page](https://example.org/a),  too",
        "Text<ref>A note {{cite web|url=x}}</ref> goes on<ref name=\"b\" />.~Text goes on.",
        "{{Infobox|a={{b|c}}|d=e}}Water is wet.~Water is wet.",
        "A {{lang|fr|mot}} and {{nowrap|5 km}} and {{convert|5|km|mi}}~A mot and 5 km and 5 km",
        "[[File:A.jpg|thumb|A [[river]] at night]]Water~Water",
        "水[[文件:A.jpg|缩略图|夜]]很湿[[分类:水]]~水很湿",
        "Water[[Category:Liquids]][[fr:Eau]]~Water",
        "Water<!-- a note --> is wet~Water is wet",
        "<nowiki>'''not bold'''</nowiki>~'''not bold'''",
        "H<sub>2</sub>O is <math>x^2</math>~H2O is $x^2$",
        "if a < b and {{{c~if a < b and {{{c",
        "Use <code>x</code>~Use x",
        "-{zh-hant:電腦;zh-hans:电脑}-和-{水}-~电脑和水",
        "A {{broken|template~A {{broken|template",
        "A [[broken link~A broken link",
        "A }} stray ]] end~A }} stray ]] end"
      })
  void whatIsInLineIsTurnedIntoMarkdownOrDropped(String wikitext, String markdown) {
    assertThat(Wikitext.markdown(wikitext), is(markdown + "\n"));
  }

  @Test
  void headingsListsAndCodeStay() {
    String wikitext =
        "Water.\n== Kinds ==\n* Salt\n** of the sea\n# one\n: indented\n"
            + "<syntaxhighlight lang=\"java\">\nint x = '''1''';\n</syntaxhighlight>\n== Notes ==\n{{reflist}}\n"
            + "== See also ==\n=== More ===\n";
    assertThat(
        Wikitext.markdown(wikitext),
        is(
            "Water.\n\n## Kinds\n\n- Salt\n    - of the sea\n1. one\n\nindented\n\n"
                + "```java\nint x = '''1''';\n```\n"));
  }

  @Test
  void tablesStay() {
    String wikitext =
        "{| class=\"wikitable\"\n|+ Seas\n! Name !! Depth\n|-\n| [[Sea|North]] || align=right | 95 m\n|-\n"
            + "| South\nof it\n| 2 | 3\n|}\nAfter.";
    assertThat(
        Wikitext.markdown(wikitext),
        is("| Name | Depth |\n| --- | --- |\n| North | 95 m |\n| South of it | 3 |\n\nAfter.\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{",
        "[[",
        "{|\n",
        "<!--",
        "<ref>",
        "<math>",
        "<nowiki>",
        "-{",
        "[http://x ",
        "'''''",
        "<pre>",
        "{{a|[[b|",
        "{{lang|a|",
        "}}",
        "]]",
        "<",
        "|-\n| a || ",
        "[[a|\n\n",
        "<ref name=",
        "== a ==\n",
        "* ",
        "</ref>",
        "-{a}-",
        "{{nowrap|[[x]]",
        "\uE000",
        "\uE0001"
      })
  void workIsLinear(String repeated) {
    long before = System.nanoTime();
    assertThat(Wikitext.markdown(repeated.repeat(200_000)), is(notNullValue()));
    assertThat(Wikitext.markdown("{|\n|a\n" + repeated.repeat(200_000)), is(notNullValue()));
    assertThat(System.nanoTime() - before, lessThan(30_000_000_000L));
  }

  @Test
  void nothingIsAnException() {
    List<String> tokens =
        List.of(
            "{{",
            "}}",
            "[[",
            "]]",
            "|",
            "{|",
            "|}",
            "\n",
            "\n\n",
            "<ref>",
            "</ref>",
            "<nowiki>",
            "</nowiki>",
            "<math>",
            "</math>",
            "'''",
            "''",
            "==",
            "*",
            "#",
            ":",
            "<!--",
            "-->",
            "-{",
            "}-",
            ";",
            "zh:",
            "[http://a ",
            "]",
            " ",
            "lang",
            "File:",
            "水",
            "<pre>",
            "</pre>",
            "<br/>",
            "!!",
            "||",
            "|-\n",
            "\uE000",
            "1",
            "<",
            ">",
            "(");
    Random random = new Random(17);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(tokens.get(random.nextInt(tokens.size())));
      }
      assertThat(Wikitext.markdown(text.toString()), is(notNullValue()));
    }
  }
}
