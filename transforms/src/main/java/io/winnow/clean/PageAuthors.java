package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Decides who wrote the article of a page. Of what JSON-LD, meta elements, marked elements and
 * bylines name, the longest list counts of which every name is printed near the headline; where
 * none is printed, a byline counts before what is only declared. The site itself is an author only
 * where a byline says so.
 */
final class PageAuthors {
  private static final String[] METAS = {
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author_name",
    "cxenseparse:author",
    "og:author",
    "creator",
  };
  private static final int MAX_LINE = 140;
  private static final int MAX_MARKED = 100;
  private static final int ANCESTORS = 3;
  private static final String COMMENTS =
      "[itemprop=comment], [itemprop=review], .comment, .comments, #comments";
  private static final Pattern MARK =
      Pattern.compile(
          "(?:^|[\\s_-])(?:by-?line|authors?|autor(?:in|en)?|writer|zuozhe|reporter)(?:$|[\\s_-])|[a-z]Author|authorName",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL_ALONE =
      Pattern.compile("(?i)(?:by|von|par|por|authors?|autor(?:in|en|es)?|auteur|text|作者)\\s?[:：]?");
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<=[\\s|·–-])(?:by|von|par|por)[:\\s]\\s?(?=\\p{Lu}|[a-z]+$)|(?:作者|记者|撰文|执笔)\\s?[:：/]\\s?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEXT_LABEL =
      Pattern.compile(
          "\\s+(?:责任)?\\p{IsHan}{1,6}[:：].*|\\s(?:publiziert|veröffentlicht|published|posted|updated|on|am|le|el|em)\\s.*\\d.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d\\d(?::\\d\\d)?");
  private static final Pattern HAN_NAMES =
      Pattern.compile("\\s*(?:原创\\s+)?\\p{IsHan}{2,6}(?:\\s+\\p{IsHan}{2,6}){0,4}\\s*");
  private static final Pattern PERSON =
      Pattern.compile(
          "\\p{Lu}[\\p{L}.'’-]*(?:\\s(?:de|da|di|del|van|von|der|la|le|el|al|bin)){0,2}(?:\\s\\p{Lu}[\\p{L}.'’-]*){1,3}");

  private static final Pattern CONTROL =
      Pattern.compile(
          "(?i)\\b(?:comments?|kommentare?|views?|read|share|print|news|reviews?|last|min)\\b");
  private static final Set<String> PARTICLES =
      Set.of("de", "da", "di", "van", "von", "der", "la", "le", "el", "al", "bin");
  private static final int MAX_WORDS = 5;

  private final SiteNames sites;
  private final HeadZone zone;
  private final LocalDate today;
  private final String printed;

  private PageAuthors(SiteNames sites, HeadZone zone, LocalDate today) {
    this.sites = sites;
    this.zone = zone;
    this.today = today;
    this.printed = zone.key();
  }

  static List<String> of(
      PageScan scan, JsonLd data, SiteNames sites, HeadZone zone, LocalDate today) {
    return new PageAuthors(sites, zone, today).choose(scan, data);
  }

  private List<String> choose(PageScan scan, JsonLd data) {
    List<List<String>> declared = new ArrayList<>();
    declared.add(withoutSite(names(data.authors())));
    declared.add(withoutSite(properties(scan.authors())));
    for (String meta : METAS) {
      declared.add(withoutSite(names(scan.metas(meta).stream().limit(1).toList())));
    }
    declared.add(withoutSite(names(scan.metas("citation_author"))));
    List<String> best = List.of();
    for (List<String> list : declared) {
      if (list.size() > best.size()
          && list.containsAll(best)
          && list.stream().allMatch(this::isPrinted)) {
        best = list;
      }
    }
    if (!best.isEmpty()) {
      return best;
    }
    declared.add(0, byline());
    declared.add(1, classes(scan.authors()));
    return declared.stream().filter(list -> !list.isEmpty()).findFirst().orElse(List.of());
  }

  private boolean isPrinted(String name) {
    return printed.contains(Folding.key(name));
  }

  private List<String> withoutSite(List<String> names) {
    return names.stream().filter(name -> !sites.has(name) || isLine(name)).toList();
  }

  /** Whether a line near the headline is this name and nothing else but a date. */
  private boolean isLine(String name) {
    String key = Folding.key(name);
    return Stream.concat(zone.below().stream(), zone.above().stream())
        .map(block -> block.line().words())
        .filter(line -> line.length() <= MAX_LINE / 2 + name.length())
        .anyMatch(line -> isLine(Folding.key(line), key) || dated(line, key));
  }

  private static boolean isLine(String line, String name) {
    return line.equals(name) || line.equals("by" + name) || line.equals("von" + name);
  }

  private boolean dated(String line, String name) {
    String key = Folding.key(line);
    return (key.startsWith(name) || key.endsWith(name))
        && DayText.find(line, true, today).isPresent();
  }

  private static List<String> names(List<String> values) {
    Set<String> names = new LinkedHashSet<>();
    values.forEach(value -> names.addAll(AuthorNames.of(value)));
    return List.copyOf(names);
  }

  /** What microdata and links name as author, none of comments. */
  private List<String> properties(List<Element> elements) {
    Set<String> names = new LinkedHashSet<>();
    boolean near = false;
    for (Element element : elements.subList(0, Math.min(elements.size(), MAX_MARKED))) {
      boolean property =
          (element.attr("itemprop") + ' ' + element.attr("property")).contains("author")
              || element.attr("rel").contains("author");
      if (!property || element.closest(COMMENTS) != null || zone.isAside(element)) {
        continue;
      }
      boolean here = isNear(element);
      if (names.isEmpty() || here && near) {
        Element name = element.selectFirst("[itemprop=name], .fn, .p-name");
        String text = text(name != null ? name : element);
        if (text.length() <= MAX_LINE) {
          names.addAll(AuthorNames.of(text));
          near = here;
        }
      }
    }
    return List.copyOf(names);
  }

  /** What the first element near the headline names whose class says author or byline. */
  private List<String> classes(List<Element> elements) {
    for (Element element : elements.subList(0, Math.min(elements.size(), MAX_MARKED))) {
      String marks = element.className() + ' ' + element.id();
      boolean marked = MARK.matcher(marks).find() || PageScan.leadsToAnAuthor(element);
      if (!marked || !isNear(element) || zone.isAside(element)) {
        continue;
      }
      Element name = element.selectFirst(".fn, .p-name, [rel=author]");
      String text = text(name != null ? name : element);
      List<String> names = text.length() > MAX_LINE ? List.of() : persons(text, true);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private boolean isNear(Element element) {
    return zone.holds(Math.max(0, element.sourceRange().startPos()));
  }

  private static String text(Element element) {
    String content = element.attr("content").strip();
    return content.isEmpty() ? element.text().strip() : content;
  }

  /** What the lines near the headline, and labelled ones behind the article, name. */
  private List<String> byline() {
    Set<String> names = new LinkedHashSet<>();
    List<HtmlBlock> near = new ArrayList<>(zone.below());
    near.addAll(zone.above());
    for (int i = 0; i < near.size() && names.isEmpty(); i++) {
      names.addAll(line(near, i, true));
    }
    for (int i = 0; i < zone.behind().size() && names.isEmpty(); i++) {
      names.addAll(line(zone.behind(), i, false));
    }
    return List.copyOf(names);
  }

  private List<String> line(List<HtmlBlock> blocks, int i, boolean near) {
    String line = blocks.get(i).line().words();
    if (line.length() > MAX_LINE || blocks.get(i).is(Line.Form.HEADING)) {
      return List.of();
    }
    if (LABEL_ALONE.matcher(line).matches()) {
      return i + 1 < blocks.size() ? persons(blocks.get(i + 1).line().words(), false) : List.of();
    }
    if (AuthorNames.LABEL.matcher(line).lookingAt()) {
      return persons(NEXT_LABEL.matcher(line).replaceFirst(""), isMarked(blocks.get(i).owner()));
    }
    if (!near) {
      return List.of();
    }
    Matcher within = WITHIN.matcher(line);
    if (within.find()
        && (Scripts.isHan(line.codePointAt(within.start()))
            || line.length() <= 90 && DayText.find(line, true, today).isPresent())) {
      return persons(NEXT_LABEL.matcher(line.substring(within.end())).replaceFirst(""), false);
    }
    if (isMarked(blocks.get(i).owner())) {
      return persons(line, true);
    }
    return besideDate(line);
  }

  private static boolean isMarked(Element element) {
    Element up = element;
    for (int i = 0; up != null && i < ANCESTORS; i++, up = up.parent()) {
      if (MARK.matcher(up.className() + ' ' + up.id()).find()
          && up.text().length() <= 3 * MAX_LINE) {
        return true;
      }
    }
    return false;
  }

  /** Names that stand in one line with the date. */
  private List<String> besideDate(String line) {
    Optional<DayText> day = DayText.find(line, true, today);
    if (day.isEmpty() || isNumber(line, day.get()) || line.contains("来源") || line.contains("來源")) {
      return List.of();
    }
    String rest =
        CLOCK
            .matcher(line.substring(0, day.get().from()) + " | " + line.substring(day.get().to()))
            .replaceAll(" ");
    for (String part : rest.split("\\s[|·•–—-]\\s|\\|")) {
      String name = part.strip();
      if (HAN_NAMES.matcher(name).matches()
          || PERSON.matcher(name).matches()
              && DayText.isNoMonth(name)
              && !CONTROL.matcher(name).find()) {
        return AuthorNames.of(name.replaceFirst("^原创\\s+", ""));
      }
    }
    return List.of();
  }

  private static boolean isNumber(String line, DayText day) {
    return line.substring(day.from(), day.to()).chars().allMatch(Character::isDigit);
  }

  private List<String> persons(String text, boolean marked) {
    int day = DayText.find(text, true, today).map(DayText::from).orElse(0);
    List<String> names = AuthorNames.of(day > 2 ? text.substring(0, day) : text);
    return names.stream().allMatch(name -> looksLikeName(name, marked)) ? names : List.of();
  }

  /** Bylines are short: a Latin name begins with a capital, and so do most of its words. */
  private static boolean looksLikeName(String name, boolean marked) {
    if (Scripts.cjkShare(name) > 0.5) {
      return Scripts.length(name) <= 16;
    }
    String[] words = name.split("\\s+");
    int capital = 0;
    for (String word : words) {
      capital += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
    }
    boolean begins =
        marked || PARTICLES.contains(words[0]) || Character.isUpperCase(name.codePointAt(0));
    return words.length == 1
        || words.length <= MAX_WORDS && begins && (marked || capital * 2 >= words.length);
  }
}
