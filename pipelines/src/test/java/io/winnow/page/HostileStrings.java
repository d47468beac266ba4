package io.winnow.page;

import java.util.List;
import java.util.stream.Stream;

/** Strings that try to leave the place they are put in. */
final class HostileStrings {
  private HostileStrings() {}

  static Stream<String> all() {
    return Stream.concat(
        List.of(
            "# no heading",
            "trailing ###",
            "- no list",
            "+ no list",
            "* no list",
            "1. no list",
            "12) no list",
            "1",
            "> no quote",
            "---",
            "***",
            "===",
            "| a | b |",
            "a | b \\| c",
            "\\| \\\\| \\\\\\|",
            "``` no fence",
            "~~~ no fence",
            "~~not struck~~",
            "**not bold** __not bold__ *not* _not_",
            "`not code`",
            "`` ` ``",
            "[text](http://example.org/)",
            "![image](http://example.org/x.png)",
            "[ref]: http://example.org/",
            "[^1] [ref][] [x]",
            "</details></summary>",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<!-- comment",
            "<?php ?>",
            "<![CDATA[ x ]]>",
            "<http://example.org/>",
            "http://example.org/a_b_c?x=1&y=2",
            "HTTPS://EXAMPLE.ORG/ and www.example.org/x and WWW.example.org",
            "javascript:alert(1)",
            "[!NOTE]",
            "&lt;b&gt; &#60; &amp; &copy; &nbsp;",
            ":smile: :100: a:b 12:30",
            "$x^2$ and $$y$$",
            "a\\",
            "\\",
            "\\\\*",
            "back\\slash \\n",
            "two\nlines\r\nand\tthree\u2028four\u0085five",
            "    four spaces",
            "\u202Eright to left\u202C \u2066isolate\u2069 \u200Fmark",
            "nul\u0000 bell\u0007 escape\u001B[31m",
            "zero\u200Bwidth\uFEFF soft\u00ADhyphen \uDB40\uDC41tag",
            "half \uD83D surrogate \uDE00",
            "emoji 👩‍💻 ❤️ family",
            "nbsp\u00A0here\u3000ideographic",
            "\u3000 outer spaces\u00A0",
            "“引号”、《书名》（上），100%！",
            "中文**加粗**。后文",
            "@somebody #123 GH-1 user/repo#1",
            "name@example.org",
            "{{template}} {% tag %} ${x} '{}' {0}",
            "%s %n",
            "a<b>c",
            "x & y && z &lt &;&#x26;&amp;amp;",
            "C# F# #",
            "\"quotes\" 'single'")
            .stream(),
        Stream.of(
            "x".repeat(10_000),
            "[".repeat(10_000),
            "*a ".repeat(3_000),
            "<a ".repeat(3_000),
            "`".repeat(2_000),
            "\\".repeat(5_000),
            "> ".repeat(5_000),
            "&#".repeat(5_000),
            "字".repeat(10_000)));
  }
}
