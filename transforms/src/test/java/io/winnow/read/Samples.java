package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Makes a dump of each format, of as many articles as asked for. */
public final class Samples {
  private static final String WORDS =
      "water river stone light engine paper system number garden winter language kernel market history signal "
          + "bridge memory music teacher window planet forest machine letter record summer village doctor network "
          + "the the the of of and and a a to to in in is was that it for with as on by at from this has are were "
          + "水 河流 石头 光 引擎 纸 系统 数字 花园 冬天";

  private final int articles;
  private final int sentences;

  /**
   * @param sentences of one article
   */
  public Samples(int articles, int sentences) {
    this.articles = articles;
    this.sentences = sentences;
  }

  /** One article. */
  private record Article(int number, String title, List<String> paragraphs) {
    String text() {
      return String.join("\n\n", paragraphs);
    }

    String html() {
      return "<p>" + String.join("</p>\n<p>", paragraphs) + "</p>";
    }

    String url() {
      return "https://example.org/2024/" + number;
    }

    String page() {
      return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>"
          + title
          + "</title></head><body><div id=\"nav\"><a href=\"/\">Home</a></div><article><h1>"
          + title
          + "</h1>"
          + html()
          + "</article></body></html>\n";
    }

    String json() {
      return "{\"id\": %d, \"url\": \"%s\", \"title\": \"%s\", \"date\": \"2024-02-05\", \"text\": \"%s\"}"
          .formatted(number, url(), title, text().replace("\n", "\\n"));
    }
  }

  /** A dump of each format, by its name. */
  public Map<String, byte[]> ofEachFormat() {
    Map<String, byte[]> dumps = new LinkedHashMap<>();
    String text = all("\n\n\n", a -> a.title() + "\n2024-02-05\n\n" + a.text());
    dumps.put("a.txt", text.getBytes(UTF_8));
    dumps.put("a.md", all("\n\n", a -> "# " + a.title() + "\n\n" + a.text()).getBytes(UTF_8));
    dumps.put("a.html", article(1).page().getBytes(UTF_8));
    dumps.put("a.jsonl", all("\n", Article::json).getBytes(UTF_8));
    dumps.put("a.json", ("[" + all(",\n", Article::json) + "]").getBytes(UTF_8));
    dumps.put("rss.xml", rss().getBytes(UTF_8));
    dumps.put("atom.xml", atom().getBytes(UTF_8));
    dumps.put("a.warc.gz", records(a -> new Warc("1.0").page(a.url(), a.page()).bytes()));
    dumps.put("a.wet.gz", records(Samples::wet));
    dumps.put("a.parquet", table());
    dumps.put("wiki.xml.bz2", Packed.BZIP2.pack(wiki()));
    dumps.put("a.zip", Packed.zip(pages(), UTF_8));
    dumps.put("a.tar.gz", Packed.GZIP.pack(tar(pages())));
    dumps.put(
        "a.mbox",
        all("\n\n", a -> "From ada Mon Feb  5 10:00:00 2024\n" + mail(a)).getBytes(UTF_8));
    dumps.put("a.eml", mail(article(1)).getBytes(UTF_8));
    for (Packed packing : Packed.values()) {
      dumps.put(
          "a.txt." + packing.name().toLowerCase(java.util.Locale.ROOT),
          packing.pack(text.getBytes(UTF_8)));
    }
    return dumps;
  }

  private String all(String between, Function<Article, String> written) {
    StringBuilder all = new StringBuilder();
    for (int n = 1; n <= articles; n++) {
      all.append(n == 1 ? "" : between).append(written.apply(article(n)));
    }
    return all.append('\n').toString();
  }

  private byte[] records(Function<Article, byte[]> written) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int n = 1; n <= articles; n++) {
      all.writeBytes(Packed.GZIP.pack(written.apply(article(n))));
    }
    return all.toByteArray();
  }

  private static byte[] wet(Article article) {
    return new Warc("1.0")
        .record(
            "conversion",
            article.url(),
            "Content-Type: text/plain\r\n",
            (article.title() + "\n" + article.text()).getBytes(UTF_8))
        .bytes();
  }

  private String rss() {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>All</title>"
        + all(
            "\n",
            a ->
                "<item><title>%s</title><link>%s</link><description><![CDATA[%s]]></description></item>"
                    .formatted(a.title(), a.url(), a.html()))
        + "</channel></rss>";
  }

  private String atom() {
    return "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>All</title>"
        + all(
            "\n",
            a ->
                "<entry><title>%s</title><link href=\"%s\"/><content type=\"html\">%s</content></entry>"
                    .formatted(a.title(), a.url(), a.html().replace("<", "&lt;")))
        + "</feed>";
  }

  private byte[] table() {
    String schema =
        "message m { required binary text (STRING); required binary url (STRING); required binary title (STRING); "
            + "required int32 date (DATE); }";
    return Tables.write(
        schema,
        CompressionCodecName.ZSTD,
        16 << 20,
        articles,
        (n, row) -> {
          Article article = article(n + 1);
          row.append("text", article.text());
          row.append("url", article.url());
          row.append("title", article.title());
          row.append("date", 19_758);
        });
  }

  private byte[] wiki() {
    String[] pages = new String[articles];
    for (int n = 1; n <= articles; n++) {
      Article a = article(n);
      pages[n - 1] =
          MediaWikiTest.page(
              a.title(),
              0,
              "{{Infobox|a=b}}\n== First ==\n" + a.text().replace("river", "[[river|rivers]]"));
    }
    return MediaWikiTest.export(pages);
  }

  private Map<String, byte[]> pages() {
    Map<String, byte[]> pages = new LinkedHashMap<>();
    for (int n = 1; n <= articles; n++) {
      pages.put(n + ".html", article(n).page().getBytes(UTF_8));
    }
    return pages;
  }

  private static byte[] tar(Map<String, byte[]> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(bytes, Charset.forName("UTF-8").name())) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
        entry.setSize(member.getValue().length);
        out.putArchiveEntry(entry);
        out.write(member.getValue());
        out.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String mail(Article article) {
    return "From: Ada <ada@example.org>\nSubject: %s\nDate: Mon, 5 Feb 2024 10:00:00 +0000\n"
            .formatted(article.title())
        + "Message-ID: <%d@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
            .formatted(article.number())
        + "Content-Transfer-Encoding: 8bit\n\n"
        + article.text();
  }

  /** The same article for the same number. */
  private Article article(int number) {
    Random random = new Random(number);
    String[] words = WORDS.split(" ");
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (int s = 1; s <= sentences; s++) {
      for (int w = 8 + random.nextInt(12); w >= 0; w--) {
        paragraph.append(words[random.nextInt(words.length)]).append(w == 0 ? ". " : " ");
      }
      if (s % 5 == 0 || s == sentences) {
        paragraphs.add(paragraph.toString().strip());
        paragraph.setLength(0);
      }
    }
    String title = "Number %d of the %s".formatted(number, words[random.nextInt(20)]);
    return new Article(number, title, paragraphs);
  }
}
