package io.winnow.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an issue of a newsletter at its numbered items, {@code 1、[title](url)}, which are counted
 * anew or go on under each section heading.
 *
 * <p>Articles number their points and references, too, and stay whole: the head has to say which
 * issue this is, or most of the text has to stand in numbered items that begin with links. A
 * section without numbers is an article when it is running text; what is about the newsletter
 * itself is none. What stands above the first section is front matter.
 */
final class NewsletterDetector implements Detector {
  private static final int MIN_ITEMS = 4;
  private static final int MIN_SECTIONS = 2;

  /** In an issue, at least one numbered item of so many carries a link. */
  private static final int LINKED_OF_ISSUE = 4;

  /** Numbers that an editor may have left out. */
  private static final int MAX_SLIP = 1;

  private static final double NUMBERED = 0.5;
  private static final double LINKED = 0.9;

  private static final Pattern ITEM =
      Pattern.compile(
          "^\\s{0,3}(?:#{2,6}\\s{1,3})?(?:\\*\\*|__)?(\\d{1,3})([、．]|[.)]\\s)(?:\\*\\*|__)?\\s{0,3}(.*)$");

  /** Sections about the newsletter itself. */
  private static final Pattern HOUSEKEEPING =
      Pattern.compile(
          "^(?:封面图?|(?:往年|往期|历史)?回顾|(?:往年今日|历史上的本[周月])|(?:欢迎|邮件)?订阅|关于|招聘|赞助|广告"
              + "|cover|subscribe|about|sponsors?|archive)$",
          Pattern.CASE_INSENSITIVE);

  private record Item(int line, LinkedItem what) {}

  @Override
  public String name() {
    return "newsletter";
  }

  /** Tries the headings of each level as sections: where most items count on is right. */
  @Override
  public Optional<Layout> detect(Lines lines) {
    if (!lines.isProse() || numbered(lines) < MIN_ITEMS) {
      return Optional.empty();
    }
    Layout best = null;
    for (int level = 1; level <= 6; level++) {
      int of = level;
      List<Heading> sections = lines.headings().stream().filter(h -> h.level() == of).toList();
      Layout layout = sections.isEmpty() ? null : new Walk(lines).layout(sections);
      best =
          layout != null && (best == null || layout.articles() > best.articles()) ? layout : best;
    }
    return Optional.ofNullable(best);
  }

  private static int numbered(Lines lines) {
    int numbered = 0;
    for (int n = lines.first(); n <= lines.last() && numbered < MIN_ITEMS; n++) {
      numbered += ITEM.matcher(lines.line(n)).find() ? 1 : 0;
    }
    return numbered;
  }

  /** One pass over the sections. */
  private static final class Walk {
    private final Lines lines;
    private final IssueHead head;
    private final LinkReferences references;
    private final LayoutBuilder layout;
    private int items;
    private int linked;
    private int leading;
    private int inItems;
    private int numberedSections;

    Walk(Lines lines) {
      this.lines = lines;
      this.head = IssueHead.of(lines);
      this.references = new LinkReferences(lines);
      this.layout = new LayoutBuilder(lines);
    }

    /** The layout; null where the numbered lines are no items. */
    @Nullable Layout layout(List<Heading> sections) {
      layout.notAnArticle(lines.first(), sections.get(0).line() - 1, "front-matter");
      for (int i = 0; i < sections.size(); i++) {
        int to = i + 1 < sections.size() ? sections.get(i + 1).line() - 1 : lines.last();
        addSection(sections.get(i), to);
      }
      boolean mostlyItems = numberedSections >= MIN_SECTIONS && 2 * inItems > lines.count();
      boolean issue = head.isIssue() && LINKED_OF_ISSUE * linked >= items;
      if (items < MIN_ITEMS || !issue && !(mostlyItems && 2 * leading >= items)) {
        return null;
      }
      double evidence = 1 - (1 - NUMBERED) * (1 - LINKED * linked / items);
      return layout.build(Score.of(layout.explained(), evidence, items));
    }

    private void addSection(Heading section, int to) {
      String title = Markup.plain(section.text());
      List<Item> found = items(section.line() + 1, to);
      if (!found.isEmpty()) {
        numberedSections++;
        inItems += lines.count(found.get(0).line(), to);
        layout.frame(section.line(), found.get(0).line() - 1);
        for (int i = 0; i < found.size(); i++) {
          add(found.get(i), title, i + 1 < found.size() ? found.get(i + 1).line() - 1 : to);
        }
      } else if (!HOUSEKEEPING.matcher(title).find()
          && Prose.isArticle(lines, section.line() + 1, to)) {
        layout.article(
            section.line(),
            to,
            List.of(Cue.certain("section-text")),
            piece ->
                piece
                    .setMedia("markdown")
                    .setTitle(title)
                    .setPublication(head.publication())
                    .setIssue(head.issue()));
      } else {
        layout.known(section.line(), to, "about-the-newsletter");
      }
    }

    private void add(Item item, String section, int to) {
      items++;
      List<Cue> cues = new ArrayList<>(List.of(new Cue("numbered-item", NUMBERED)));
      leading += item.what().leads() ? 1 : 0;
      if (item.what().isLinked()) {
        linked++;
        cues.add(new Cue("source-link", LINKED));
      }
      layout.article(
          item.line(), to, cues, piece -> item.what().into(List.of(section), head, piece));
    }

    /** The numbered lines of a section that count on, all with the mark of the first. */
    private List<Item> items(int from, int to) {
      List<Item> found = new ArrayList<>();
      int due = 0;
      char mark = 0;
      for (int n = from; n <= to; n++) {
        Matcher item = ITEM.matcher(lines.isCode(n) ? "" : lines.line(n));
        if (!item.find()) {
          continue;
        }
        int number = Integer.parseInt(item.group(1));
        boolean first = found.isEmpty() && (number <= 1 + MAX_SLIP || number == items + 1);
        boolean next = number >= due && number <= due + MAX_SLIP;
        if (first || next && item.group(2).charAt(0) == mark) {
          found.add(new Item(n, LinkedItem.of(item.group(3), references)));
          due = number + 1;
          mark = item.group(2).charAt(0);
        }
      }
      return found;
    }
  }
}
