package io.winnow.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides on which day the article of a page was published: what it declares as that day, then what
 * it prints near the headline, then what it declares as a date of any kind. Days of change,
 * copyright years, relative days, and dates of comments and other articles are none.
 */
final class PageDates {
  private static final String[] PUBLISHED = {
    "article:published_time",
    "article:published",
    "article.published",
    "article:published_date",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date_published",
    "parsely-pub-date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "pub_date",
    "published_at",
    "publication_date",
    "published_time",
    "publish_time",
    "dc.date.issued",
    "dcterms.issued",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "rnews:datepublished",
    "article:post_date",
    "article:create_at",
    "apub:time",
    "og:time",
    "og:pubdate",
    "og:publish_date",
    "citation_publication_date",
    "citation_date",
    "pdate",
    "originalpublicationdate",
    "displaydate",
    "article_date_original",
    "article.created",
    "dateposted",
  };
  private static final String[] ANY = {
    "date",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "datecreated",
    "created",
    "date_created",
    "content_create_date",
    "gentime",
  };
  private static final Pattern CHANGED =
      Pattern.compile(
          "updated?|modified|edited|revised|aktualisiert|geändert|stand:|mis à jour|actualiza|atualizad|aggiornat|更新|修改|최종수정",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GIVEN =
      Pattern.compile(
          "publi|posted|veröff|erstellt|datum|\\bdate\\b|发布|发表|时间|日期|released|first ",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_OURS =
      Pattern.compile("©|\\(c\\)|copyright|file photo|archiv|retrieved", Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern MONTH_AND_DAY = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}(?:\\s.*)?");
  private static final Set<String> DAY_FIRST_ENGLISH =
      Set.of("gb", "uk", "au", "in", "nz", "ie", "za");
  private static final int MAX_REST = 70;
  private static final int MAX_REST_ALONE = 12;

  private final HeadZone zone;
  private final LocalDate today;
  private final boolean monthFirst;

  private PageDates(String language, HeadZone zone, LocalDate today) {
    this.zone = zone;
    this.today = today;
    this.monthFirst =
        language.startsWith("en")
            && !DAY_FIRST_ENGLISH.contains(language.substring(Math.max(0, language.length() - 2)));
  }

  static @Nullable Dateline of(PageScan scan, JsonLd data, HeadZone zone, LocalDate today) {
    return new PageDates(scan.language(), zone, today).choose(scan, data).orElse(null);
  }

  private Optional<Dateline> choose(PageScan scan, JsonLd data) {
    return declared(data.published())
        .or(() -> declared(scan, PUBLISHED))
        .or(() -> marked(scan.dates(), true))
        .or(() -> printed(zone.below(), false))
        .or(() -> printed(zone.above(), false))
        .or(() -> marked(near(scan.dates()), false))
        .or(() -> printed(zone.behind(), true))
        .or(() -> marked(scan.dates(), false))
        .or(() -> declared(scan, ANY))
        .or(() -> declared(data.created()));
  }

  private Optional<Dateline> declared(PageScan scan, String[] names) {
    for (String name : names) {
      for (String value : scan.metas(name)) {
        Optional<Dateline> day = declared(value);
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Dateline> declared(@Nullable String value) {
    return value == null
        ? Optional.empty()
        : DayText.find(value, monthFirst, today)
            .map(found -> new Dateline(found.day(), value.strip()));
  }

  private List<Element> near(List<Element> elements) {
    return elements.stream()
        .filter(element -> zone.holds(Math.max(0, element.sourceRange().startPos())))
        .toList();
  }

  /** The first element that is marked as a date, and is not one of change. */
  private Optional<Dateline> marked(List<Element> elements, boolean published) {
    for (Element element : elements) {
      String names =
          (element.attr("itemprop")
                  + ' '
                  + element.attr("property")
                  + ' '
                  + element.className()
                  + ' '
                  + element.id())
              .toLowerCase(Locale.ROOT);
      boolean says =
          names.contains("datepublished")
              || names.contains("dt-published")
              || element.normalName().equals("time") && element.hasAttr("pubdate");
      if (published != says || CHANGED.matcher(names).find() || zone.isAside(element)) {
        continue;
      }
      for (String value :
          new String[] {element.attr("datetime"), element.attr("content"), element.text()}) {
        String text = value.strip();
        if (!text.isEmpty()
            && text.length() <= MAX_REST * 2
            && !CHANGED.matcher(text).find()
            && !NOT_OURS.matcher(text).find()) {
          Optional<Dateline> day = declared(text);
          if (day.isPresent()) {
            return day;
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The first line that prints a date and little else.
   *
   * @param labelled whether the line must be nothing but the date or say what date it is
   */
  private Optional<Dateline> printed(List<HtmlBlock> blocks, boolean labelled) {
    List<String> lines = new ArrayList<>();
    for (HtmlBlock block : blocks) {
      String line = block.line().words();
      boolean leaf = !lines.isEmpty() && YEAR.matcher(lines.get(lines.size() - 1)).matches();
      lines.add(
          leaf && MONTH_AND_DAY.matcher(line).matches()
              ? lines.get(lines.size() - 1) + '/' + line
              : line);
    }
    for (String line : lines) {
      Optional<Dateline> day = printed(line, labelled);
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  private Optional<Dateline> printed(String line, boolean labelled) {
    if (NOT_OURS.matcher(line).find()) {
      return Optional.empty();
    }
    Optional<DayText> found = DayText.find(line, monthFirst, today);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String before = line.substring(0, found.get().from());
    int rest = line.length() - (found.get().to() - found.get().from());
    boolean changed = CHANGED.matcher(before).find() && !GIVEN.matcher(before).find();
    boolean says = GIVEN.matcher(before).find();
    if (changed || rest > MAX_REST || labelled && !says && rest > MAX_REST_ALONE) {
      return Optional.empty();
    }
    return Optional.of(
        new Dateline(
            found.get().day(), line.substring(found.get().from(), found.get().to()).strip()));
  }
}
