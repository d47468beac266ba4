package io.winnow.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The forms in which articles lie in the corpus, with their share of its bytes. */
enum DumpFormat {
  /** Records with plain text. */
  TEXT("text", "articles", ".jsonl", 45, 32 << 20) {
    @Override
    String entry(MadeArticle article, Dice dice) {
      return record(article, "text", text(article));
    }
  },
  /** Sections of one long Markdown file. */
  MARKDOWN("text", "notes", ".md", 20, 256 << 10) {
    @Override
    String entry(MadeArticle article, Dice dice) {
      return "# "
          + article.title()
          + "\n\n"
          + article.author()
          + " · "
          + article.date()
          + "\n\n"
          + article.url()
          + "\n\n"
          + text(article)
          + "\n\n";
    }
  },
  /** Records with a page each. */
  HTML("html", "pages", ".jsonl", 30, 32 << 20) {
    @Override
    String entry(MadeArticle article, Dice dice) {
      return record(article, "html", PageLayout.page(article, dice));
    }
  },
  /** One file a page. */
  PAGE("html", "page", ".html", 5, 1) {
    @Override
    String entry(MadeArticle article, Dice dice) {
      return PageLayout.page(article, dice);
    }
  };

  private static final JsonFactory JSON = new JsonFactory();

  private final String kind;
  private final String prefix;
  private final String suffix;
  private final int share;
  private final int fileBytes;

  DumpFormat(String kind, String prefix, String suffix, int share, int fileBytes) {
    this.kind = kind;
    this.prefix = prefix;
    this.suffix = suffix;
    this.share = share;
    this.fileBytes = fileBytes;
  }

  /** The article as it stands in a file. */
  abstract String entry(MadeArticle article, Dice dice);

  /** {@code text} or {@code html}. */
  String kind() {
    return kind;
  }

  /** Of the bytes of the corpus, in percent. */
  int share() {
    return share;
  }

  /** Bytes from which another file is begun. */
  int fileBytes() {
    return fileBytes;
  }

  String fileName(int number) {
    return String.format(java.util.Locale.ROOT, "%s/%s-%06d%s", prefix, prefix, number, suffix);
  }

  private static String text(MadeArticle article) {
    return article.paragraphs().stream().map(article::line).collect(Collectors.joining("\n\n"))
        + article.site().footer().stream().map(line -> "\n\n" + line).collect(Collectors.joining());
  }

  private static String record(MadeArticle article, String field, String content) {
    StringWriter line = new StringWriter(content.length() + 400);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", Long.toString(article.number()));
      json.writeStringField("url", article.url());
      for (List<String> field2 :
          List.of(
              List.of("title", article.title()),
              List.of("author", article.author()),
              List.of("date", article.date().toString()),
              List.of(field, content))) {
        json.writeStringField(field2.get(0), field2.get(1));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.append('\n').toString();
  }
}
