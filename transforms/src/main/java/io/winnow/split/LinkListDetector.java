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
 * Cuts an issue of a newsletter of links at its bullets, each of which carries a link, in sections.
 *
 * <p>Reading lists, change logs and references are lists of links, too, and stay whole: the head
 * has to say which issue this is, links have to go to many sites, and most bullets have to begin
 * with theirs unless the publication is named as a periodical. Indented lines belong to the bullet
 * above them. Headings and what introduces them are frame.
 */
final class LinkListDetector implements Detector {
  private static final int MIN_ITEMS = 5;
  private static final int MIN_SITES = 4;

  /** Share of the lines that stand in the bullets, at least. */
  private static final double MIN_SHARE = 0.2;

  private static final double ISSUE = 0.8;
  private static final double LEADING_LINK = 0.6;
  private static final double LINK = 0.3;

  /** Letters of a section without bullets from which it is an article; short ones are frame. */
  private static final int MIN_ARTICLE = 1500;

  private static final int MAX_FRAME = 400;
  private static final int MAX_LINE = 4000;

  private static final Pattern BULLET = Pattern.compile("^ {0,3}[-*+•]\\s{1,4}(\\S.*)$");

  /**
   * A bullet with the lines that belong to it.
   *
   * @param path headings it stands under
   */
  private record Bullet(int from, int to, LinkedItem item, List<String> path) {}

  @Override
  public String name() {
    return "link-list";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    IssueHead head = lines.isProse() ? IssueHead.of(lines) : IssueHead.NONE;
    List<Bullet> bullets = head.isIssue() ? bullets(lines) : List.of();
    int inBullets = bullets.stream().mapToInt(b -> lines.count(b.from(), b.to())).sum();
    long leading = bullets.stream().filter(bullet -> bullet.item().leads()).count();
    if (bullets.size() < MIN_ITEMS
        || !head.namesAPeriodical() && 2 * leading < bullets.size()
        || LinkedItem.sites(bullets.stream().map(Bullet::item)) < MIN_SITES
        || inBullets < MIN_SHARE * lines.count()) {
      return Optional.empty();
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    int next = lines.first();
    double evidence = 0;
    for (Bullet bullet : bullets) {
      List<Cue> cues =
          List.of(
              new Cue("issue-label", ISSUE),
              bullet.item().leads()
                  ? new Cue("leading-link", LEADING_LINK)
                  : new Cue("link", LINK));
      between(lines, layout, next, bullet.from() - 1);
      layout.article(
          bullet.from(),
          bullet.to(),
          cues,
          piece -> bullet.item().into(bullet.path(), head, piece));
      evidence += Score.evidence(cues);
      next = bullet.to() + 1;
    }
    between(lines, layout, next, lines.last());
    return Optional.of(
        layout.build(Score.of(layout.explained(), evidence / bullets.size(), bullets.size())));
  }

  private static List<Bullet> bullets(Lines lines) {
    HtmlComments comments = new HtmlComments(lines);
    LinkReferences references = new LinkReferences(lines);
    List<Bullet> bullets = new ArrayList<>();
    Deque<Heading> path = new ArrayDeque<>();
    for (int n = lines.first(); n <= lines.last(); n++) {
      Heading heading = lines.headingAt(n);
      Matcher bullet = BULLET.matcher(head(lines.line(n)));
      if (heading != null) {
        while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
          path.removeLast();
        }
        path.addLast(heading);
      } else if (!comments.hide(n) && !lines.isCode(n) && bullet.find()) {
        int to = end(lines, n);
        LinkedItem item = item(lines, references, bullet.group(1), n, to);
        if (item != null) {
          bullets.add(
              new Bullet(n, to, item, path.stream().map(h -> Markup.plain(h.text())).toList()));
        }
        n = to;
      }
    }
    return bullets;
  }

  /** The item of a bullet; null where none of its lines carries a link. */
  private static @Nullable LinkedItem item(
      Lines lines, LinkReferences references, String first, int from, int to) {
    LinkedItem item = LinkedItem.of(first, references);
    StringBuilder all = new StringBuilder(first);
    for (int n = from + 1; n <= to && !item.isLinked() && all.length() < MAX_LINE; n++) {
      all.append(' ').append(head(lines.line(n)).strip());
      item = LinkedItem.of(all.toString(), references);
    }
    return item.isLinked() ? item : null;
  }

  /** The last line of the bullet at {@code from}: indented lines, and the rest of a paragraph. */
  private static int end(Lines lines, int from) {
    int to = from;
    for (int n = from + 1; n <= lines.last(); n++) {
      if (lines.isBlank(n)) {
        continue;
      }
      String line = lines.line(n);
      boolean indented = Character.isWhitespace(line.charAt(0));
      boolean sameParagraph =
          n == to + 1 && Character.isLetterOrDigit(line.codePointAt(0)) && !lines.isCode(n);
      if (!indented && !sameParagraph || BULLET.matcher(head(line)).find()) {
        break;
      }
      to = n;
    }
    return to;
  }

  /** Lays out what stands between two bullets, a heading at a time. */
  private static void between(Lines lines, LayoutBuilder layout, int from, int to) {
    int start = from;
    for (int n = from; n <= to + 1; n++) {
      if (n == to + 1 || n > start && lines.headingAt(n) != null) {
        section(lines, layout, start, n - 1);
        start = n;
      }
    }
  }

  private static void section(Lines lines, LayoutBuilder layout, int from, int to) {
    Heading heading = from <= to ? lines.headingAt(from) : null;
    int letters = Prose.letters(lines, from, to);
    if (letters >= MIN_ARTICLE && heading != null && Prose.isArticle(lines, from, to)) {
      layout.article(
          from,
          to,
          List.of(Cue.certain("section-text")),
          piece -> piece.setMedia("markdown").setTitle(Markup.plain(heading.text())));
    } else if (letters > MAX_FRAME) {
      layout.known(from, to, "about-the-newsletter");
    } else {
      layout.frame(from, to);
    }
  }

  private static String head(String line) {
    return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE);
  }
}
