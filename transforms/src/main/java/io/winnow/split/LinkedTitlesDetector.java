package io.winnow.split;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an issue of a newsletter whose items are a title that is a link, on a line of its own, and a
 * text about it below: {@code **[Title (3 minute read)](url)**}, then a paragraph.
 *
 * <p>The head has to say which issue this is, links have to go to many sites, and most of the text
 * has to stand in the items. Headings and what introduces them are frame.
 */
final class LinkedTitlesDetector implements Detector {
  private static final int MIN_ITEMS = 4;
  private static final int MIN_SITES = 3;
  private static final double MIN_SHARE = 0.5;
  private static final int MAX_LINE = 4000;
  private static final double ISSUE = 0.8;
  private static final double LINKED_TITLE = 0.6;

  /** Marks around a title: emphasis, a number is another shape, a picture of a face or arrow. */
  private static final Pattern MARKS =
      Pattern.compile(
          "^(?:\\*\\*|__|\\*|_|[\\p{So}\\x{FE0F}➡→▶]|\\s){0,6}+|(?:\\*\\*|__|\\*|_|\\s){0,4}+$");

  /**
   * A title with the text below it.
   *
   * @param path headings it stands under
   */
  private record Item(int from, int to, LinkedItem what, List<String> path) {}

  @Override
  public String name() {
    return "linked-titles";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    IssueHead head = lines.isProse() ? IssueHead.of(lines) : IssueHead.NONE;
    List<Item> items = head.isIssue() ? items(lines) : List.of();
    int inItems = items.stream().mapToInt(item -> lines.count(item.from(), item.to())).sum();
    int withText = 0;
    for (Item item : items) {
      withText += lines.count(item.from(), item.to()) > 1 ? 1 : 0;
    }
    if (items.size() < MIN_ITEMS
        || 2 * withText < items.size()
        || LinkedItem.sites(items.stream().map(Item::what)) < MIN_SITES
        || inItems < MIN_SHARE * lines.count()) {
      return Optional.empty();
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    List<Cue> cues = List.of(new Cue("issue-label", ISSUE), new Cue("linked-title", LINKED_TITLE));
    int next = lines.first();
    for (Item item : items) {
      between(lines, layout, next, item.from() - 1);
      layout.article(
          item.from(), item.to(), cues, piece -> item.what().into(item.path(), head, piece));
      next = item.to() + 1;
    }
    between(lines, layout, next, lines.last());
    return Optional.of(
        layout.build(Score.of(layout.explained(), Score.evidence(cues), items.size())));
  }

  private static List<Item> items(Lines lines) {
    LinkReferences references = new LinkReferences(lines);
    List<Item> items = new ArrayList<>();
    Deque<Heading> path = new ArrayDeque<>();
    Item open = null;
    for (int n = lines.first(); n <= lines.last(); n++) {
      Heading heading = lines.headingAt(n);
      LinkedItem title = heading == null ? title(lines, n, references) : null;
      if ((heading != null || title != null) && open != null) {
        items.add(open);
        open = null;
      }
      if (heading != null) {
        while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
          path.removeLast();
        }
        path.addLast(heading);
      } else if (title != null) {
        open = new Item(n, n, title, path.stream().map(h -> Markup.plain(h.text())).toList());
      } else if (open != null && !lines.isBlank(n)) {
        open = new Item(open.from(), n, open.what(), open.path());
      }
    }
    if (open != null) {
      items.add(open);
    }
    return items;
  }

  /** The title that line {@code n} is, after a blank line or heading; null where it is none. */
  private static @Nullable LinkedItem title(Lines lines, int n, LinkReferences references) {
    String line = lines.line(n);
    boolean opens = n == lines.first() || lines.isBlank(n - 1) || lines.headingAt(n - 1) != null;
    if (!opens || lines.isCode(n) || line.length() > MAX_LINE || line.indexOf('[') < 0) {
      return null;
    }
    Matcher marks = MARKS.matcher(line);
    Markup.Link link = Markup.linkLine(marks.replaceAll(""));
    boolean isList = line.startsWith("- ") || line.startsWith("* ") || line.startsWith("+ ");
    return link == null || link.text() == null || isList ? null : LinkedItem.of(line, references);
  }

  private static void between(Lines lines, LayoutBuilder layout, int from, int to) {
    boolean isFrame = from > to || !Prose.isArticle(lines, from, to);
    if (from == lines.first() && !isFrame) {
      layout.notAnArticle(from, to, "front-matter");
    } else {
      layout.frame(from, to);
    }
  }
}
