package io.winnow.page;

import io.winnow.schema.Article;
import io.winnow.schema.Copy;
import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes items in full: an article, a series, or a story, in the words of one edition. */
final class ItemWriter {
  /** Most articles of one item of which more than a line is shown. */
  static final int MAX_TOLD = 4;

  private static final int MAX_COPIES = 10;
  private static final int MAX_MEMBERS = 100;
  private static final int MAX_NOTE = 300;
  private static final int MAX_ADDRESS = 200;
  private static final int MAX_OF_PART = 3;
  private static final int MAX_TOGETHER_UNFOLDED = 3;
  private static final double MAX_GIST_SECONDS = 15;

  private final Edition edition;
  private final MetaLine meta;
  private final Function<Article, Optional<String>> claims;
  private final Map<String, Article> articles;
  private final Map<String, Excerpt> excerpts = new HashMap<>();
  private final Map<Item, Inline> lines = new HashMap<>();
  private final Map<Item, Inline> toldLines = new HashMap<>();

  /**
   * @param claims the sentence of an article that says what it claims
   * @param articles those of which more than a line is shown, by id
   */
  ItemWriter(
      Edition edition,
      MetaLine meta,
      Function<Article, Optional<String>> claims,
      Map<String, Article> articles) {
    this.edition = edition;
    this.meta = meta;
    this.claims = claims;
    this.articles = articles;
  }

  /** The columns of an article that are read for what is shown of it, its claim included. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "url",
          "title",
          "title_origin",
          "lang",
          "text",
          "editor_note",
          "summary",
          "summary_method",
          "summary_spans",
          "also_at");

  /** The articles of an item of which more than a line may be shown. */
  static List<Entry> told(Item item) {
    return item.isStory()
        ? distinct(item.entries()).stream().limit(MAX_TOLD).toList()
        : item.entries().stream().limit(MAX_TOLD + 1).toList();
  }

  /** Writes the item and returns the anchor of its heading. */
  String write(Item item, MarkdownWriter page) {
    Inline name = item.isStory() ? Inline.text(item.name()) : meta.title(item.lead());
    String anchor = page.heading(3, name);
    page.paragraph(meta.full(item));
    if (item.isStory()) {
      writeStory(item, page);
    } else {
      writeArticle(item, page);
    }
    return anchor;
  }

  /** The item in one line. */
  Inline line(Item item) {
    return lines.computeIfAbsent(item, meta::line);
  }

  /** The same, and what it says where it says that in one sentence. */
  Inline toldLine(Item item) {
    return toldLines.computeIfAbsent(
        item,
        told -> {
          Inline line = meta.line(told);
          return gist(told)
              .map(gist -> line.then(Inline.words(edition.say("colon"))).then(gist))
              .orElse(line);
        });
  }

  /** What the item says, in one sentence; empty where none says it alone. */
  Optional<Inline> gist(Item item) {
    return gist(item, item.lead()).map(Inline::text);
  }

  private Optional<String> gist(Item item, Entry entry) {
    if (!item.isStory()) {
      return Optional.ofNullable(excerpt(entry).claim()).filter(ItemWriter::isGist);
    }
    Excerpt excerpt = excerpt(entry);
    return Stream.of(
            Stream.ofNullable(excerpt.claim()),
            excerpt.quotation().stream(),
            excerpt.more().stream())
        .flatMap(sentences -> sentences)
        .filter(sentence -> names(sentence, item))
        .filter(ItemWriter::isGist)
        .findFirst()
        .or(() -> Optional.ofNullable(excerpt.claim()).filter(ItemWriter::isGist));
  }

  private static boolean isGist(String sentence) {
    return ReadingLength.of(sentence).seconds() <= MAX_GIST_SECONDS;
  }

  /** Whether the sentence has the name of what the story is about, or one of its names. */
  private static boolean names(String sentence, Item story) {
    String key = Folding.key(sentence);
    return story.entries().stream()
        .map(Entry::storyLabel)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(label -> Arrays.stream(label.split(" / ")))
        .anyMatch(name -> key.contains(Folding.key(name)));
  }

  private void writeArticle(Item item, MarkdownWriter page) {
    Entry lead = item.lead();
    Article article = article(lead);
    Excerpt excerpt = excerpt(lead);
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
    List<Inline> together = item.isSeries() ? List.of() : together(item);
    boolean crowded = together.size() > MAX_TOGETHER_UNFOLDED;
    if (!crowded) {
      page.bullets(together);
    }
    MarkdownWriter fold = page.inside();
    quote(excerpt.more(), fold);
    if (item.isSeries()) {
      item.entries().stream().skip(1).limit(MAX_TOLD).forEach(part -> writePart(part, fold));
    }
    if (crowded) {
      fold.bullets(together);
    }
    fold.bullets(copies(article));
    if (lead.address() == null) {
      fold.paragraph(edition.show("place", List.of(Inline.code(lead.place()))));
    }
    page.fold(Inline.text(edition.say("more")), fold);
  }

  /** Each of its first articles with what it claims; the others a line each, under a fold. */
  private void writeStory(Item item, MarkdownWriter page) {
    Map<List<String>, Long> same =
        item.entries().stream()
            .collect(Collectors.groupingBy(ItemWriter::name, Collectors.counting()));
    List<Entry> members = distinct(item.entries());
    List<Inline> told = new ArrayList<>();
    for (Entry entry : told(item)) {
      Inline line = member(entry, same);
      told.add(
          gist(item, entry)
              .map(
                  said ->
                      line.then(Inline.words(edition.say("colon"))).then(Inline.text(said).bold()))
              .orElse(line));
    }
    page.bullets(told);
    MarkdownWriter fold = page.inside();
    fold.bullets(
        members.stream()
            .skip(MAX_TOLD)
            .limit(MAX_MEMBERS)
            .map(entry -> member(entry, same))
            .toList());
    page.fold(Inline.text(edition.say("story.rest", members.size() - told.size())), fold);
  }

  private Inline member(Entry entry, Map<List<String>, Long> same) {
    long parts = same.get(name(entry));
    return parts == 1
        ? meta.member(entry)
        : meta.member(entry).then(Inline.words(edition.say("parts", parts)));
  }

  /** Without those that have the title and address of another. */
  private static List<Entry> distinct(List<Entry> entries) {
    Set<List<String>> seen = new HashSet<>();
    return entries.stream().filter(entry -> seen.add(name(entry))).toList();
  }

  /** Equal for two texts about one thing of the same name. */
  private static List<String> name(Entry entry) {
    String url = entry.url();
    return url == null ? List.of(entry.id()) : List.of(entry.title(), url);
  }

  private void writePart(Entry part, MarkdownWriter page) {
    if (part.part() != null) {
      page.paragraph(Inline.text(edition.say("part", part.part())).bold());
    }
    Excerpt excerpt = Excerpt.of(article(part), Optional.empty());
    quote(
        Stream.concat(excerpt.quotation().stream(), excerpt.more().stream())
            .limit(MAX_OF_PART)
            .toList(),
        page);
  }

  private static void quote(List<String> sentences, MarkdownWriter page) {
    if (!sentences.isEmpty()) {
      page.quote(sentences.stream().map(Inline::text).toList());
    }
  }

  private Excerpt excerpt(Entry entry) {
    return excerpts.computeIfAbsent(
        entry.id(),
        id -> {
          Article article = article(entry);
          return Excerpt.of(article, claims.apply(article));
        });
  }

  private Article article(Entry entry) {
    Article article = articles.get(entry.id());
    if (article == null) {
      throw new IllegalStateException("no text of article " + entry.id());
    }
    return article;
  }

  /** The digest items about the lead. */
  private List<Inline> together(Item item) {
    return item.entries().stream()
        .skip(1)
        .limit(MAX_MEMBERS)
        .map(entry -> edition.show("together", List.of(meta.member(entry))))
        .toList();
  }

  /** Where else the same text stands: by link where there is another one, else by number. */
  private List<Inline> copies(Article article) {
    Set<String> urls = new LinkedHashSet<>();
    List<Inline> copies = new ArrayList<>();
    int silent = 0;
    for (Copy copy : article.getAlsoAt()) {
      String url = copy.getUrl();
      if (url == null || url.equals(article.getUrl())) {
        silent++;
      } else if (urls.size() == MAX_COPIES && !urls.contains(url)) {
        silent++;
      } else if (urls.add(url)) {
        copies.add(edition.show("copies", List.of(Inline.text(url, MAX_ADDRESS).linked(url))));
      }
    }
    if (silent > 0) {
      copies.add(Inline.text(edition.say("copies.silent", silent)));
    }
    return copies;
  }
}
