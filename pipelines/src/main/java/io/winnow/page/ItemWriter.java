package io.winnow.page;

import io.winnow.schema.Article;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes items in full or as one line, in the words of one edition. */
final class ItemWriter {
  private static final int MAX_AUTHORS = 3;
  private static final int MAX_TAGS = 3;
  private static final int MAX_NOTE = 300;
  private static final int MAX_OF_PART = 3;
  private static final int MAX_TOGETHER_UNFOLDED = 3;

  private final Edition edition;
  private final SectionLabels labels;
  private final Function<Article, Optional<String>> claims;
  private final Map<String, Article> articles;

  /**
   * @param claims the sentence of an article that says what it claims
   * @param articles those of the items written in full, by id
   */
  ItemWriter(
      Edition edition,
      SectionLabels labels,
      Function<Article, Optional<String>> claims,
      Map<String, Article> articles) {
    this.edition = edition;
    this.labels = labels;
    this.claims = claims;
    this.articles = articles;
  }

  /** Writes the item and returns the anchor of its heading. */
  String write(Item item, MarkdownWriter page) {
    Entry lead = item.lead();
    Article article = articles.get(lead.id());
    Excerpt excerpt = Excerpt.of(article, claims.apply(article));
    String anchor = page.heading(3, title(lead));
    page.paragraph(meta(item));
    if (article.getEditorNote() != null) {
      page.note(edition.show("note", List.of(Inline.text(article.getEditorNote(), MAX_NOTE))));
    }
    if (excerpt.claim() != null) {
      page.paragraph(Inline.text(excerpt.claim()).bold());
    }
    excerpt
        .model()
        .forEach(line -> page.paragraph(edition.show("model", List.of(Inline.text(line)))));
    quote(excerpt.quotation(), page);
    List<Inline> together = item.isSeries() ? List.of() : others(item);
    List<Inline> copies = copies(article);
    boolean crowded = together.size() > MAX_TOGETHER_UNFOLDED;
    if (!crowded) {
      page.bullets(together);
    }
    if (crowded || item.isSeries() || !excerpt.more().isEmpty() || !copies.isEmpty()) {
      page.openFold(Inline.text(edition.say("more")));
      quote(excerpt.more(), page);
      if (item.isSeries()) {
        item.entries().stream().skip(1).forEach(part -> writePart(part, page));
      }
      if (crowded) {
        page.bullets(together);
      }
      page.bullets(copies);
      page.closeFold();
    }
    return anchor;
  }

  /** The item on one line, without its text. */
  Inline line(Item item) {
    Entry lead = item.lead();
    List<Inline> parts = new ArrayList<>(List.of(title(lead)));
    origin(lead).ifPresent(parts::add);
    if (lead.isDigestItem()) {
      parts.add(via(lead));
    }
    dates(item).ifPresent(parts::add);
    language(lead).ifPresent(parts::add);
    size(item).ifPresent(parts::add);
    return Inline.joined(" · ", parts);
  }

  /** The title, linked; a star says that the source has none. */
  Inline title(Entry entry) {
    Inline title = Inline.text(entry.title() + (entry.derivedTitle() ? "*" : ""));
    return title.linked(entry.url());
  }

  private void writePart(Entry part, MarkdownWriter page) {
    Article article = articles.get(part.id());
    if (article == null) {
      return;
    }
    if (part.part() != null) {
      page.paragraph(Inline.text(edition.say("part", part.part())).bold());
    }
    Excerpt excerpt = Excerpt.of(article, Optional.empty());
    quote(
        Stream.concat(excerpt.quotation().stream(), excerpt.more().stream())
            .limit(MAX_OF_PART)
            .toList(),
        page);
  }

  private void quote(List<String> sentences, MarkdownWriter page) {
    if (!sentences.isEmpty()) {
      page.quote(sentences.stream().map(Inline::text).toList());
    }
  }

  private Inline meta(Item item) {
    Entry lead = item.lead();
    List<Inline> parts = new ArrayList<>();
    language(lead).ifPresent(parts::add);
    origin(lead).ifPresent(parts::add);
    authors(lead).ifPresent(parts::add);
    dates(item).ifPresent(parts::add);
    parts.add(lead.isDigestItem() ? via(lead) : kind(lead));
    size(item).ifPresent(parts::add);
    parts.add(Inline.text(edition.say("minutes", lead.length().minutes())));
    parts.add(
        Inline.joined(
            " ",
            lead.tags().stream()
                .limit(MAX_TAGS)
                .map(tag -> Inline.code(labels.tag(tag, edition)))
                .toList()));
    return Inline.joined(" · ", parts);
  }

  private Inline kind(Entry entry) {
    String key = "kind." + entry.kind();
    return Inline.text(edition.says(key) ? edition.say(key) : entry.kind());
  }

  /** Whose words a digest item carries. */
  private Inline via(Entry entry) {
    return edition.show("via", List.of(work(entry).orElseGet(() -> Inline.text(entry.source()))));
  }

  private Optional<Inline> origin(Entry entry) {
    if (entry.site() != null) {
      return Optional.of(Inline.text(entry.site()));
    }
    return entry.isDigestItem() ? Optional.empty() : work(entry);
  }

  private Optional<Inline> work(Entry entry) {
    if (entry.publication() == null) {
      return Optional.empty();
    }
    Inline name = Inline.text(edition.say("work", entry.publication()));
    return Optional.of(
        entry.issue() == null || entry.publication().contains(entry.issue())
            ? name
            : Inline.joined(" ", List.of(name, Inline.text(entry.issue()))));
  }

  private Optional<Inline> authors(Entry entry) {
    List<String> authors =
        entry.authors().stream()
            .filter(author -> !author.equals(entry.publication()) && !author.equals(entry.site()))
            .toList();
    if (authors.isEmpty()) {
      return Optional.empty();
    }
    String names = String.join(edition.say("list"), authors.subList(0, shown(authors)));
    return Optional.of(
        Inline.text(
            authors.size() <= MAX_AUTHORS
                ? names
                : edition.say("authors.more", names, authors.size() - MAX_AUTHORS)));
  }

  private static int shown(List<String> authors) {
    return Math.min(authors.size(), MAX_AUTHORS);
  }

  private static Optional<Inline> dates(Item item) {
    List<LocalDate> days =
        item.isSeries()
            ? item.entries().stream()
                .map(Entry::published)
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .toList()
            : item.lead().published() == null ? List.of() : List.of(item.lead().published());
    if (days.isEmpty()) {
      return Optional.empty();
    }
    String first = days.get(0).toString();
    return Optional.of(
        Inline.text(days.size() == 1 ? first : first + " – " + days.get(days.size() - 1)));
  }

  private Optional<Inline> language(Entry entry) {
    return entry.lang().equals(edition.lang()) || entry.lang().equals("und")
        ? Optional.empty()
        : Optional.of(Inline.text(edition.language(entry.lang())));
  }

  private Optional<Inline> size(Item item) {
    if (item.isSeries()) {
      return Optional.of(Inline.text(edition.say("series", item.entries().size())));
    }
    @Nullable Integer part = item.lead().part();
    return part == null || item.entries().size() > 1
        ? Optional.empty()
        : Optional.of(Inline.text(edition.say("series.part", part)));
  }

  /** The other articles of a story, and the digest items about the lead. */
  private List<Inline> others(Item item) {
    return item.entries().stream()
        .skip(1)
        .map(
            entry -> {
              List<Inline> parts = new ArrayList<>(List.of(title(entry)));
              parts.add(entry.isDigestItem() ? via(entry) : origin(entry).orElse(Inline.EMPTY));
              language(entry).ifPresent(parts::add);
              return edition.show("together", List.of(Inline.joined(" · ", parts)));
            })
        .toList();
  }

  /** Where else the same text stands: by link where there is another one, else by number. */
  private List<Inline> copies(Article article) {
    Set<String> urls = new LinkedHashSet<>();
    List<Inline> copies = new ArrayList<>();
    int silent = 0;
    for (var copy : article.getAlsoAt()) {
      String url = copy.getUrl();
      if (url == null || url.equals(article.getUrl())) {
        silent++;
      } else if (urls.add(url)) {
        copies.add(edition.show("copies", List.of(Inline.text(url).linked(url))));
      }
    }
    if (silent > 0) {
      copies.add(Inline.text(edition.say("copies.silent", silent)));
    }
    return copies;
  }
}
