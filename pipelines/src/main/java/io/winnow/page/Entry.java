package io.winnow.page;

import io.winnow.schema.Article;
import io.winnow.schema.ScoredTag;
import io.winnow.schema.ScoredTerm;
import io.winnow.story.SignArticles;
import io.winnow.text.Scripts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a digest keeps of an article while it ranks all of them: everything on its one line, and
 * nothing of its text but the length.
 */
record Entry(
    String id,
    String runId,
    LocalDate firstSeen,
    String lang,
    String kind,
    String title,
    boolean derivedTitle,
    @Nullable String url,
    boolean selfUrl,
    @Nullable String site,
    @Nullable String publication,
    @Nullable String issue,
    String source,
    List<String> authors,
    @Nullable LocalDate published,
    @Nullable String series,
    @Nullable Integer part,
    @Nullable String story,
    @Nullable String storyLabel,
    List<String> storyEarlier,
    String outlet,
    String section,
    double sectionScore,
    List<String> tags,
    List<String> names,
    String place,
    int chars,
    ReadingLength length,
    int copies) {
  /** The columns of an article that {@link #of} reads. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "run_id",
          "first_seen",
          "lang",
          "kind",
          "title",
          "title_origin",
          "url",
          "url_role",
          "site",
          "publication",
          "issue",
          "source_uri",
          "authors",
          "published",
          "series",
          "part",
          "story_id",
          "story_label",
          "story_earlier",
          "section",
          "section_score",
          "tags",
          "keywords",
          "start_line",
          "end_line",
          "chars",
          "text",
          "also_at");

  /** A path whose date was never filled in: {@code /2026/mm/dd/}. */
  private static final Pattern UNFILLED = Pattern.compile("/(?:yyyy|mm|dd)/");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}(?![0-9])");

  private static final int MAX_TITLE = 160;
  private static final int MAX_DERIVED_TITLE = 60;
  private static final int MAX_NAME = 60;
  private static final int MAX_PLACE = 120;
  private static final double DENSE = 0.3;

  static Entry of(Article article) {
    boolean self = "self".equals(article.getUrlRole());
    boolean derived = article.getTitleOrigin().equals("derived");
    return new Entry(
        article.getId(),
        article.getRunId(),
        article.getFirstSeen(),
        article.getLang(),
        article.getKind(),
        title(article.getTitle(), derived),
        derived,
        article.getUrl(),
        self,
        cutOrNull(article.getSite()),
        cutOrNull(article.getPublication()),
        cutOrNull(article.getIssue()),
        source(article),
        article.getAuthors().stream()
            .limit(20)
            .map(author -> MarkdownEscaper.plain(author, MAX_NAME))
            .toList(),
        article.getPublished(),
        article.getSeries(),
        article.getPart(),
        article.getStoryId(),
        cutOrNull(article.getStoryLabel()),
        article.getStoryEarlier(),
        SignArticles.source(article),
        article.getSection(),
        article.getSectionScore(),
        article.getTags().stream().map(ScoredTag::getTag).toList(),
        Topics.names(article.getKeywords().stream().map(ScoredTerm::getTerm)),
        place(article),
        article.getChars(),
        ReadingLength.of(article.getText()),
        article.getAlsoAt().size());
  }

  /**
   * The order in which articles deserve a reader's time: the edition's language, own words before
   * words about others', the surest section, a length worth reading, the newest, and the id to the
   * last.
   */
  static Comparator<Entry> rank(Edition edition) {
    return Comparator.<Entry, Boolean>comparing(entry -> !entry.lang.equals(edition.lang()))
        .thenComparing(Entry::isRetold)
        .thenComparing(Comparator.comparingLong(Entry::scoreBand).reversed())
        .thenComparing(Comparator.comparingInt(Entry::lengthBand).reversed())
        .thenComparing(Entry::date, Comparator.reverseOrder())
        .thenComparing(Entry::id);
  }

  /** By its id, which no other article has: quick, and as good as any. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Where readers can open it; null where its URL is none to follow, or a template's. */
  @Nullable String address() {
    return MarkdownEscaper.target(url) == null || UNFILLED.matcher(url).find() ? null : url;
  }

  /** Whether its words are about something published elsewhere: a digest's, or notes. */
  private boolean isRetold() {
    return isDigestItem() || url != null && !selfUrl;
  }

  /** Whether it is known to be older than the year: by its date, or by the issue it stood in. */
  boolean isOlderThan(int year) {
    if (published != null) {
      return published.getYear() < year;
    }
    Matcher named = YEAR.matcher(issue == null ? "" : issue);
    return named.find() && Integer.parseInt(named.group()) < year;
  }

  boolean isDigestItem() {
    return kind.equals("digest_item");
  }

  /** Tenths, so that a hair's breadth of score does not outweigh length and date. */
  private long scoreBand() {
    return Math.round(sectionScore * 10);
  }

  /** 2 for an essay's length, 1 for a note's or a book chapter's, 0 for a stub. */
  private int lengthBand() {
    long seconds = length.seconds();
    return seconds < 60 ? 0 : seconds < 180 || seconds > 45 * 60 ? 1 : 2;
  }

  /** The same under another section. */
  Entry in(String section) {
    return new Entry(
        id,
        runId,
        firstSeen,
        lang,
        kind,
        title,
        derivedTitle,
        url,
        selfUrl,
        site,
        publication,
        issue,
        source,
        authors,
        published,
        series,
        part,
        story,
        storyLabel,
        storyEarlier,
        outlet,
        section,
        sectionScore,
        tags,
        names,
        place,
        chars,
        length,
        copies);
  }

  private LocalDate date() {
    return published != null ? published : LocalDate.MIN;
  }

  /**
   * Whose words they are: the site for what was published there, else the publication, the dump.
   */
  static String source(Article article) {
    if ("self".equals(article.getUrlRole()) && article.getSite() != null) {
      return article.getSite();
    }
    return article.getPublication() != null ? article.getPublication() : article.getSourceUri();
  }

  /** Which lines of which dump: how to find what has no address. */
  private static String place(Article article) {
    String dump = MarkdownEscaper.plain(article.getSourceUri(), MAX_PLACE);
    return article.getStartLine() == null
        ? dump
        : dump + ":" + article.getStartLine() + "–" + article.getEndLine();
  }

  /** A sentence that stands for a title is cut where it pauses, to the length of titles. */
  private static String title(String title, boolean derived) {
    if (!derived) {
      return MarkdownEscaper.plain(title, MAX_TITLE);
    }
    int max = Scripts.cjkShare(title) > DENSE ? MAX_DERIVED_TITLE : 2 * MAX_DERIVED_TITLE;
    String plain = MarkdownEscaper.plain(title);
    String head = Scripts.head(plain, max);
    if (head.length() == plain.length()) {
      return plain;
    }
    int stop = lastOf(head, "。！？；!?;");
    int pause = stop > head.length() / 2 ? stop : Math.max(stop, lastOf(head, "，,：:、—"));
    return (pause > head.length() / 3 ? head.substring(0, pause) : head.strip()) + "…";
  }

  private static int lastOf(String text, String marks) {
    int last = -1;
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        last = i;
      }
    }
    return last;
  }

  private static @Nullable String cutOrNull(@Nullable String name) {
    return name == null ? null : MarkdownEscaper.plain(name, MAX_NAME);
  }
}
