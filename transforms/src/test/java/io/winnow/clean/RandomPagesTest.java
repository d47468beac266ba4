package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.winnow.schema.Article;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pages put together at random from what pages have are read, and read the same each time. */
class RandomPagesTest {
  private static final int PAGES = 100;
  private static final String[] PARTS = {
    "<h1>Colouring graphs</h1>",
    "<h2>Colouring graphs</h2>",
    "<h1><a href='/'>Weekly</a></h1>",
    "<p>By Ada Example</p>",
    "<p>By</p>",
    "<p>Von</p>",
    "<p>2026</p>",
    "<p>02/16</p>",
    "<time datetime=2026-02-16>x</time>",
    "<time>",
    "</div>",
    "<div class=byline>",
    "<div class=comments>",
    "<p>16.02.2026</p>",
    "<p>作者：王小明 2026年2月16日</p>",
    "<p>来源：某某网</p>",
    "<a rel=author>Ada</a>",
    "<span itemprop=author>",
    "<meta itemprop=datePublished content=2026-02-16>",
    "<article>",
    "</article>",
    "<p>",
    "<table><tr><td>a</td><td>b</td></tr></table>",
    "<pre>x</pre>",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Colouring graphs\",\"author\":[{}]}</script>",
    "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[],\"author\":{\"@id\":\"\"}},[]]}</script>",
    "<link rel=canonical href='https://a.example/x?utm_source=y'>",
    "<link rel=canonical href=':'>",
    "<meta property=og:title content=' | '>",
    "<title>Colouring graphs | Weekly</title>",
    "<title>|</title>",
    "<ul><li>one<li>two</ul>",
    "<br>",
    "&nbsp;",
    "<p>— | –</p>",
    "<img src=x>",
    "<p>(</p>",
    "<p>The compiler keeps a graph of all variables that are alive at the same time, and colours it with as many colours as there are.</p>",
    "<p>编译器把同时活跃的变量连成一张图，再用和寄存器一样多的颜色给它着色，这个问题在理论上很难，在实践中却很容易，因为图总是稀疏的。</p>",
  };

  @Test
  void areReadTheSameEachTime() {
    Random random = new Random(20261121);
    for (int i = 0; i < PAGES; i++) {
      StringBuilder page = new StringBuilder("<html><body>");
      for (int parts = random.nextInt(60); parts >= 0; parts--) {
        page.append(PARTS[random.nextInt(PARTS.length)]);
      }
      assertThat(page.toString(), read(page.toString()), equalTo(read(page.toString())));
    }
  }

  private static String read(String page) {
    if (Pieces.clean(Pieces.of("html", page)) instanceof Cleaned.Kept kept) {
      Article article = kept.draft().getArticle();
      return article.getTitle() + article.getAuthors() + article.getPublished() + article.getUrl();
    }
    return "none";
  }
}
