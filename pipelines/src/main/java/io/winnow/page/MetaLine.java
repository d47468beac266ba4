package io.winnow.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in one line where an article comes from, in the words of one edition. */
final class MetaLine {
  private static final int MAX_AUTHORS = 3;
  private static final int MAX_TAGS = 3;
  private static final int MAX_TITLES = 4;
  private static final int MAX_NAME = 60;

  private final Edition edition;
  private final SectionLabels labels;

  MetaLine(Edition edition, SectionLabels labels) {
    this.edition = edition;
    this.labels = labels;
  }

  /** Everything known of an item that is shown in full. */
  Inline full(Item item) {
    Entry lead = item.lead();
    List<Inline> parts = new ArrayList<>();
    if (item.isStory()) {
      parts.add(Inline.text(edition.say("story", item.entries().size(), item.sources())));
    } else {
      language(lead).ifPresent(parts::add);
      origin(lead).ifPresent(parts::add);
      authors(lead).ifPresent(parts::add);
    }
    dates(item).ifPresent(parts::add);
    if (!item.isStory()) {
      parts.add(lead.isDigestItem() ? via(lead) : kind(lead));
      size(item).ifPresent(parts::add);
    }
    parts.add(Inline.text(edition.say("minutes", item.length().minutes())));
    parts.add(tags(item));
    return Inline.joined(" · ", parts);
  }

  /** The title and what tells it from others, for a list. */
  Inline line(Item item) {
    Entry lead = item.lead();
    List<Inline> parts = new ArrayList<>(List.of(item.isStory() ? story(item) : title(lead)));
    if (!item.isStory()) {
      origin(lead).ifPresent(parts::add);
      if (lead.isDigestItem()) {
        parts.add(viaWork(lead));
      }
    }
    dates(item).ifPresent(parts::add);
    language(lead).ifPresent(parts::add);
    size(item).ifPresent(parts::add);
    return Inline.joined(" · ", parts);
  }

  private Inline story(Item item) {
    return Inline.joined(
        edition.say("colon"),
        List.of(
            Inline.text(item.name()),
            Inline.joined(
                edition.say("list"),
                item.entries().stream().map(this::title).distinct().limit(MAX_TITLES).toList())));
  }

  /** One article among others on the same. */
  Inline member(Entry entry) {
    List<Inline> parts = new ArrayList<>(List.of(title(entry)));
    origin(entry).ifPresent(parts::add);
    if (entry.isDigestItem()) {
      parts.add(viaWork(entry));
    }
    if (entry.published() != null) {
      parts.add(Inline.text(entry.published().toString()));
    }
    language(entry).ifPresent(parts::add);
    return Inline.joined(" · ", parts);
  }

  /** The title, linked; a star says that the source has none. */
  Inline title(Entry entry) {
    Inline title = Inline.text(entry.title() + (entry.derivedTitle() ? "*" : ""));
    return title.linked(entry.address());
  }

  /** Whose words a digest item carries. */
  private Inline via(Entry entry) {
    return edition.show(
        "via", List.of(work(entry).orElseGet(() -> Inline.text(entry.source(), MAX_NAME))));
  }

  /** The same without the issue, of which a list would be full. */
  private Inline viaWork(Entry entry) {
    @Nullable String publication = entry.publication();
    return edition.show(
        "via",
        List.of(
            Inline.text(
                publication == null ? entry.source() : edition.say("work", publication),
                2 * MAX_NAME)));
  }

  private Inline kind(Entry entry) {
    String key = "kind." + entry.kind();
    return Inline.text(edition.says(key) ? edition.say(key) : entry.kind(), MAX_NAME);
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
    int shown = Math.min(authors.size(), MAX_AUTHORS);
    String names = String.join(edition.say("list"), authors.subList(0, shown));
    return Optional.of(
        Inline.text(
            authors.size() == shown
                ? names
                : edition.say("authors.more", names, authors.size() - shown)));
  }

  private static Optional<Inline> dates(Item item) {
    List<LocalDate> days =
        (item.isSeries() || item.isStory() ? item.entries() : List.of(item.lead()))
            .stream().map(Entry::published).filter(Objects::nonNull).sorted().distinct().toList();
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

  private Inline tags(Item item) {
    List<String> tags =
        item.isStory()
            ? Tally.of(item.entries().stream().flatMap(entry -> entry.tags().stream()))
                .top(MAX_TAGS)
                .stream()
                .map(Tally.Count::name)
                .toList()
            : item.lead().tags();
    return Inline.joined(
        " ",
        tags.stream()
            .limit(MAX_TAGS)
            .map(tag -> Inline.code(MarkdownEscaper.plain(labels.tag(tag, edition), MAX_NAME)))
            .toList());
  }
}
