package io.winnow.clean;

import io.winnow.schema.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what it prints about itself: title, byline, permalink, date, the link to what
 * it is about, and the editor's remark. Each such line is dropped under a rule of its own.
 */
final class Masthead {
  private static final int HEAD = 8;
  private static final int FOOT = 12;
  private static final int SIGNATURE = 3;
  private static final int MAX_NOTE_LINES = 40;
  private static final Set<String> ABOUT_A_LINK = Set.of("digest_item", "video_notes");

  private final Piece piece;
  private final @Nullable String title;
  private final LocalDate today;
  private final Manuscript text;
  private final NavigableMap<Integer, String> taken = new TreeMap<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private @Nullable String titleLine;
  private @Nullable String channel;
  private @Nullable String permalink;
  private @Nullable String subject;
  private @Nullable Dateline dateline;
  private @Nullable String note;
  private boolean translated;

  private Masthead(Piece piece, PageFacts facts, LocalDate today, Manuscript text) {
    this.piece = piece;
    this.title = piece.getTitle() != null ? piece.getTitle() : facts.title();
    this.today = today;
    this.text = text;
  }

  static Masthead of(Piece piece, PageFacts facts, LocalDate today, Manuscript text) {
    Masthead masthead = new Masthead(piece, facts, today, text);
    masthead.read();
    return masthead;
  }

  /**
   * The text without the lines that were read; of a short post that is its own title, or an item of
   * a list that is its own link, that line stays.
   */
  Manuscript rest() {
    Manuscript rest = text.without(taken);
    if (!rest.lines().isEmpty()) {
      return rest;
    }
    NavigableMap<Integer, String> others = new TreeMap<>(taken);
    others.entrySet().removeIf(line -> isTextToo(line.getKey(), line.getValue()));
    return text.without(others);
  }

  private boolean isTextToo(int i, String role) {
    Line line = text.lines().get(i);
    boolean isTitle = role.equals("title");
    return isTitle && line.is(Line.Form.PROSE)
        || line.is(Line.Form.LIST) && (isTitle || role.equals("source-link"));
  }

  /** The title as a line of the text prints it. */
  Optional<String> titleLine() {
    return Optional.ofNullable(titleLine);
  }

  /** Authors in the order of the text; who greets counts where no byline names one. */
  List<String> authors() {
    return List.copyOf(authors);
  }

  /** The channel or show that the greeting names. */
  Optional<String> channel() {
    return Optional.ofNullable(channel);
  }

  /** Address of this text, as printed. */
  Optional<String> permalink() {
    return Optional.ofNullable(permalink);
  }

  /** Address of what the text is about, as printed. */
  Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  /** The printed date. */
  Optional<Dateline> dateline() {
    return Optional.ofNullable(dateline);
  }

  /** The editor's own remark. */
  Optional<String> note() {
    return Optional.ofNullable(note);
  }

  private void read() {
    List<Line> lines = text.lines();
    int at = title(0);
    List<Greeting> greetings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if ((i < HEAD || i >= lines.size() - FOOT) && !taken.containsKey(i)) {
        permalink(i);
      }
      if (i < HEAD && !taken.containsKey(i)) {
        head(i, at);
        Greeting.of(lines.get(i).words()).ifPresent(greetings::add);
      }
    }
    if (!piece.getMedia().equals("html")) {
      bareHead();
    }
    greetings.stream().findFirst().ifPresent(this::greeted);
    for (int i = Math.max(HEAD, lines.size() - SIGNATURE); i < lines.size(); i++) {
      if (authors.isEmpty() && !taken.containsKey(i) && lines.get(i).is(Line.Form.PROSE)) {
        signature(i);
      }
    }
  }

  private void signature(int i) {
    Byline.of(text.lines().get(i).text())
        .filter(byline -> !byline.authors().isEmpty())
        .ifPresent(
            byline -> {
              authors.addAll(byline.authors());
              taken.put(i, "byline");
            });
  }

  /** Takes the printed title; the index of the first line after it. */
  private int title(int first) {
    List<Line> lines = text.lines();
    String key = title == null ? null : Titles.key(title);
    for (int i = first; i < Math.min(3, lines.size()); i++) {
      Line line = lines.get(i);
      boolean known = key != null && Titles.isTitle(line, key);
      boolean isHeadline =
          i == 0
              && line.is(Line.Form.HEADING)
              && (title == null || piece.getMedia().equals("html") && line.text().startsWith("# "));
      if (known || isHeadline) {
        titleLine =
            piece.getMedia().equals("html")
                ? line.words()
                : text.raw().text().substring(line.from(), line.to()).strip();
        taken.put(i, "title");
        return i + 1;
      }
    }
    return 0;
  }

  /** Site name, title and authors that plain lines print before the text. */
  private void bareHead() {
    for (int i = nextLine(-1); i >= 0 && i < HEAD; i = nextLine(i)) {
      Line line = text.lines().get(i);
      Line after = longestAfter(i);
      Optional<Byline> names = Byline.ofNames(line.text());
      if ("dateline".equals(taken.get(i + 1)) && names.isPresent()) {
        authors.addAll(names.get().authors());
        taken.put(i, "byline");
      } else if (titleLine == null && channel == null && Titles.namesASite(line) && after != null) {
        channel = line.text();
        taken.put(i, "site-name");
      } else if (titleLine == null && title == null && Titles.looksLikeTitle(line, after)) {
        titleLine = line.text();
        taken.put(i, "title");
      } else {
        return;
      }
    }
  }

  private @Nullable Line longestAfter(int i) {
    Line longest = null;
    for (int at = nextLine(i); at >= 0 && at <= i + 4; at = nextLine(at)) {
      Line line = text.lines().get(at);
      longest = longest == null || line.text().length() > longest.text().length() ? line : longest;
    }
    return longest;
  }

  /** The first line after {@code i} that nothing has taken; -1 without one. */
  private int nextLine(int i) {
    int next = i + 1;
    while (taken.containsKey(next)) {
      next++;
    }
    return next < text.lines().size() ? next : -1;
  }

  private void head(int i, int afterTitle) {
    Line line = text.lines().get(i);
    if (line.is(Line.Form.CODE) || line.is(Line.Form.TABLE)) {
      return;
    }
    Optional<Byline> byline = line.is(Line.Form.PROSE) ? Byline.of(line.text()) : Optional.empty();
    Optional<Dateline> date = Dateline.of(line.words(), today);
    if (byline.isPresent()) {
      authors.addAll(byline.get().authors());
      translated |= byline.get().translated();
      permalink = byline.get().url() == null ? permalink : byline.get().url();
      taken.put(i, "byline");
    } else if (date.isPresent() && dateline == null) {
      dateline = date.get().isChange() ? null : date.get();
      taken.put(i, "dateline");
    } else if (line.is(Line.Form.QUOTE) && line.text().startsWith("> [!")) {
      callout(i);
    } else if (subject == null && i <= afterTitle + 2) {
      sourceLink(i);
    }
  }

  private void sourceLink(int i) {
    Line line = text.lines().get(i);
    for (FoundLink link : text.links()) {
      boolean alone =
          !link.image()
              && link.at() >= line.from()
              && link.at() < line.to()
              && (line.words().equals(link.text()) || line.words().equals(link.url()));
      boolean about =
          ABOUT_A_LINK.contains(String.valueOf(piece.getKind()))
              || "subject".equals(piece.getUrlRole())
              || link.url().equals(piece.getUrl());
      if (alone && about) {
        subject = link.url();
        taken.put(i, "source-link");
        return;
      }
    }
  }

  private void callout(int first) {
    StringBuilder remark = new StringBuilder();
    List<Line> lines = text.lines();
    int i = first;
    for (; i < Math.min(lines.size(), first + MAX_NOTE_LINES); i++) {
      Line line = lines.get(i);
      if (!line.is(Line.Form.QUOTE) || i > first && !line.glued()) {
        break;
      }
      String words = line.words().replaceFirst("^\\[![A-Za-z]{1,12}\\]\\s*", "").strip();
      if (!words.isEmpty()) {
        remark.append(remark.length() == 0 ? "" : "\n\n").append(words);
      }
    }
    if ("digest_item".equals(piece.getKind()) && remark.length() > 0) {
      note = remark.toString();
      for (int at = first; at < i; at++) {
        taken.put(at, "editor-note");
      }
    }
  }

  private void permalink(int i) {
    List<Line> lines = text.lines();
    String line = lines.get(i).words();
    boolean announced = Permalink.announces(line) && i + 1 < lines.size();
    Permalink.of(announced ? line + ": " + lines.get(i + 1).words() : line)
        .ifPresent(
            found -> {
              boolean about = found.original() && (translated || piece.getPublication() != null);
              if (about && subject == null) {
                subject = found.url();
              } else if (!about && permalink == null) {
                permalink = found.url();
              }
              taken.put(i, "permalink");
              if (announced) {
                taken.put(i + 1, "permalink");
              }
            });
  }

  private void greeted(Greeting greeting) {
    if (authors.isEmpty() && piece.getAuthors().isEmpty()) {
      authors.add(greeting.name());
    }
    if (greeting.channel()) {
      channel = greeting.name();
    }
  }
}
