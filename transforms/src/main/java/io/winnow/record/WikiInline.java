package io.winnow.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes what is no text out of wikitext: comments, notes, templates, pictures, categories, tags.
 * What is to stay as it is, such as code, is put aside and comes back by {@link #restore}.
 *
 * <p>One pass with a stack of what is open; nothing is looked at twice, and what never closes is
 * text.
 */
final class WikiInline {
  /** Links within links, as in the caption of a picture; a deeper one is text. */
  private static final int MAX_LINKS = 5;

  private static final int MAX_TAG = 1000;
  private static final int MAX_VARIANTS = 1000;

  /** Marks what was put aside. */
  private static final char ASIDE = '\uE000';

  /** Characters of no meaning that mark something here; removed from the source before. */
  private static final Pattern MARKS = Pattern.compile("[\uE000-\uE01F]");

  /** Elements whose content is no text of the page. */
  private static final Set<String> DROPPED =
      Set.of(
          "ref",
          "references",
          "gallery",
          "timeline",
          "score",
          "imagemap",
          "templatestyles",
          "graph",
          "mapframe",
          "maplink",
          "inputbox",
          "includeonly",
          "charinsert",
          "section",
          "indicator",
          "categorytree");

  private static final Set<String> CODE = Set.of("pre", "source", "syntaxhighlight");

  private static final Set<String> TAGS =
      Set.of(
          "b",
          "i",
          "u",
          "s",
          "em",
          "strong",
          "small",
          "big",
          "sub",
          "sup",
          "span",
          "div",
          "center",
          "font",
          "tt",
          "code",
          "kbd",
          "samp",
          "var",
          "cite",
          "abbr",
          "del",
          "ins",
          "strike",
          "p",
          "blockquote",
          "poem",
          "br",
          "hr",
          "noinclude",
          "onlyinclude",
          "q",
          "mark",
          "bdi",
          "bdo",
          "ruby",
          "rt",
          "rp",
          "rb",
          "time",
          "wbr",
          "li",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "table",
          "tr",
          "td",
          "th",
          "caption",
          "tbody",
          "thead",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");

  /**
   * Templates that show one of what they are given, and which of them; 12 for the first two. The
   * others are dropped.
   */
  private static final Map<String, Integer> SHOWN =
      Map.ofEntries(
          Map.entry("lang", 2),
          Map.entry("transl", 2),
          Map.entry("color", 2),
          Map.entry("nowrap", 1),
          Map.entry("nobr", 1),
          Map.entry("small", 1),
          Map.entry("big", 1),
          Map.entry("em", 1),
          Map.entry("strong", 1),
          Map.entry("abbr", 1),
          Map.entry("quote", 1),
          Map.entry("blockquote", 1),
          Map.entry("convert", 12),
          Map.entry("cvt", 12));

  /** The namespaces of pictures and categories, in English and Chinese, and their short forms. */
  private static final Pattern UNSHOWN =
      Pattern.compile(
          "^\\s{0,9}(?:file|image|media|category|文件|檔案|档案|图像|圖像|图片|圖片|媒体|媒體|分类|分類)\\s{0,9}:",
          Pattern.CASE_INSENSITIVE);

  /** A link to the same page in another language stands alone and has no label. */
  private static final Pattern LANGUAGE = Pattern.compile("^[a-z]{2,3}(?:-[a-z]{2,10})?:[^|]+$");

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<String> aside = new ArrayList<>();
  private final Map<String, Integer> missing = new HashMap<>();

  /** Templates that are open and show nothing at this place. */
  private int hidden;

  private int links;
  private int at;

  WikiInline(String wikitext) {
    this.source = MARKS.matcher(wikitext).replaceAll(" ");
  }

  /**
   * What is open.
   *
   * @param from place in {@link #out} where its content begins
   * @param shown which of its parameters is shown; 0 for none, -1 for a link
   */
  private static final class Open {
    final int from;
    final int shown;
    final int outerLinks;
    int parameter;

    Open(int from, int shown, int outerLinks) {
      this.from = from;
      this.shown = shown;
      this.outerLinks = outerLinks;
    }

    boolean isLink() {
      return shown < 0;
    }

    boolean isHidden() {
      return !isLink() && parameter != shown && (shown != 12 || parameter < 1 || parameter > 2);
    }
  }

  /** The text with links as their labels and emphasis, lists and tables as they are. */
  String text() {
    boolean[] closes = templates();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '<') {
        tag();
      } else if (c == '{' && closes[at]) {
        template();
      } else if (c == '}' && closes[at]) {
        end();
      } else if (c == '[' && source.startsWith("[[", at) && links < MAX_LINKS) {
        open.push(new Open(out.length(), -1, links));
        links++;
        at += 2;
      } else if (c == ']'
          && source.startsWith("]]", at)
          && !open.isEmpty()
          && open.peek().isLink()) {
        link();
      } else if (c == '|' && !open.isEmpty() && !open.peek().isLink()) {
        next();
      } else if (c == '-' && source.startsWith("-{", at) && !source.startsWith("-{{", at)) {
        variants();
      } else if (c == '\n'
          && !open.isEmpty()
          && open.peek().isLink()
          && source.startsWith("\n\n", at)) {
        unlink();
      } else {
        put(c);
        at++;
      }
    }
    return out.toString();
  }

  /** The text with everything that was put aside in its place. */
  String restore(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    int from = 0;
    for (int mark = text.indexOf(ASIDE); mark >= 0; mark = text.indexOf(ASIDE, from)) {
      int end = text.indexOf(ASIDE, mark + 1);
      whole.append(text, from, mark);
      whole.append(aside.get(Integer.parseInt(text, mark + 1, end, 10)));
      from = end + 1;
    }
    return whole.append(text, from, text.length()).toString();
  }

  private void put(char c) {
    if (hidden == 0) {
      out.append(c);
    }
  }

  private void put(String text) {
    if (hidden == 0) {
      out.append(text);
    }
  }

  private void putAside(String text) {
    put(ASIDE + Integer.toString(aside.size()) + ASIDE);
    aside.add(text);
  }

  /** For each place whether a template begins or ends there; braces without a partner are text. */
  private boolean[] templates() {
    boolean[] closes = new boolean[source.length() + 1];
    Deque<Integer> begun = new ArrayDeque<>();
    int i = 0;
    while (i + 1 < source.length()) {
      if (source.startsWith("{{", i)) {
        begun.push(i);
        i += 2;
      } else if (source.startsWith("}}", i)) {
        if (!begun.isEmpty()) {
          closes[begun.pop()] = true;
          closes[i] = true;
        }
        i += 2;
      } else if (source.startsWith("<nowiki>", i)
          || source.startsWith("<!--", i)
          || source.startsWith("<math", i)) {
        i = afterOpaque(i);
      } else {
        i++;
      }
    }
    return closes;
  }

  /** Where something ends in which braces mean nothing. */
  private int afterOpaque(int i) {
    String close =
        source.startsWith("<!--", i)
            ? "-->"
            : source.startsWith("<math", i) ? "</math>" : "</nowiki>";
    int end = find(close, i);
    return end < 0 ? i + 1 : end + close.length();
  }

  private void template() {
    int nameEnd = at + 2;
    while (nameEnd < source.length()
        && nameEnd - at < 40
        && "|}\n{".indexOf(source.charAt(nameEnd)) < 0) {
      nameEnd++;
    }
    String name = source.substring(at + 2, nameEnd).strip().toLowerCase(Locale.ROOT);
    int shown = name.startsWith("lang-") ? 1 : SHOWN.getOrDefault(name, 0);
    Open template = new Open(out.length(), shown == 0 ? Integer.MAX_VALUE : shown, links);
    open.push(template);
    hidden++;
    at += 2;
  }

  /** The next parameter of a template. */
  private void next() {
    Open template = open.peek();
    if (template == null) {
      return;
    }
    hidden -= template.isHidden() ? 1 : 0;
    boolean wasShown = !template.isHidden();
    template.parameter++;
    hidden += template.isHidden() ? 1 : 0;
    put(wasShown && !template.isHidden() ? " " : "");
    at++;
  }

  /** The end of a template, and of links that were never closed in it. */
  private void end() {
    while (!open.isEmpty() && open.peek().isLink()) {
      unlink();
    }
    Open template = open.poll();
    if (template != null) {
      hidden -= template.isHidden() ? 1 : 0;
      links = template.outerLinks;
    }
    at += 2;
  }

  /** Gives an unclosed link back as text. */
  private void unlink() {
    open.pop();
    links--;
  }

  private void link() {
    Open link = open.pop();
    links--;
    at += 2;
    String content = out.substring(Math.min(link.from, out.length()));
    out.setLength(Math.min(link.from, out.length()));
    int bar = content.indexOf('|');
    boolean isUnshown = UNSHOWN.matcher(content).find();
    if (isUnshown || bar < 0 && LANGUAGE.matcher(content).matches()) {
      return;
    }
    String label = bar < 0 ? content : content.substring(bar + 1);
    String target = bar < 0 ? content : content.substring(0, bar);
    String shown = label.isBlank() ? bare(target) : label;
    put(shown.startsWith(":") ? shown.substring(1) : shown);
  }

  /** A title without its namespace and what tells it from others, as an empty label shows it. */
  private static String bare(String target) {
    String title = target.substring(target.indexOf(':') + 1);
    int bracket = title.indexOf(" (");
    return bracket > 0 ? title.substring(0, bracket) : title;
  }

  /** Text in the variants of one language: the simplified one, or the first. */
  private void variants() {
    String near = source.substring(at, Math.min(source.length(), at + MAX_VARIANTS));
    int end = at + near.indexOf("}-");
    if (end < at) {
      put("-{");
      at += 2;
      return;
    }
    String content = source.substring(at + 2, end);
    at = end + 2;
    int bar = content.indexOf('|');
    String flags = bar < 0 ? "" : content.substring(0, bar);
    if (flags.contains("T") || flags.contains("H")) {
      return;
    }
    String text = content.substring(bar + 1);
    String shown = text;
    for (String variant : text.split(";", 20)) {
      int colon = variant.indexOf(':');
      String name = colon < 0 ? "" : variant.substring(0, colon).strip();
      if (name.startsWith("zh")) {
        shown = shown.equals(text) || name.equals("zh-hans") ? variant.substring(colon + 1) : shown;
      }
    }
    put(shown);
  }

  private void tag() {
    if (source.startsWith("<!--", at)) {
      int end = find("-->", at + 4);
      at = end < 0 ? source.length() : end + 3;
      return;
    }
    int nameFrom = at + (source.startsWith("</", at) ? 2 : 1);
    int nameEnd = nameFrom;
    while (nameEnd < source.length()
        && nameEnd - nameFrom < 20
        && Character.isLetterOrDigit(source.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = source.substring(nameFrom, nameEnd).toLowerCase(Locale.ROOT);
    int close = name.isEmpty() ? -1 : closeOf(nameEnd);
    if (close < 0) {
      put('<');
      at++;
      return;
    }
    boolean isStart = nameFrom == at + 1;
    boolean isEmpty = source.charAt(close - 1) == '/';
    boolean hasContent = isStart && !isEmpty;
    if (DROPPED.contains(name)) {
      int end = hasContent ? find("</" + name, close) : -1;
      at = afterTag(end < 0 ? close : end);
    } else if (hasContent
        && (CODE.contains(name) || name.equals("nowiki") || name.equals("math"))) {
      int end = find("</" + name, close);
      String content = source.substring(close + 1, end < 0 ? close + 1 : end);
      verbatim(name, source.substring(nameEnd, close), content);
      at = afterTag(end < 0 ? close : end);
    } else if (TAGS.contains(name) || name.equals("nowiki")) {
      put(name.equals("br") ? "\n" : name.equals("p") || name.equals("blockquote") ? "\n\n" : "");
      at = close + 1;
    } else {
      put('<');
      at++;
    }
  }

  private void verbatim(String name, String attributes, String content) {
    if (name.equals("nowiki")) {
      putAside(content);
    } else if (name.equals("math")) {
      putAside("$" + content.strip() + "$");
    } else if (content.indexOf('\n') < 0) {
      putAside("`" + content.strip() + "`");
    } else {
      int lang = attributes.indexOf("lang=");
      String language =
          lang < 0
              ? ""
              : attributes.substring(lang + 5).replaceAll("^[\"']|[^A-Za-z0-9+#-].*$", "");
      put("\n");
      putAside("```" + language + "\n" + content.strip().replace("```", "` ``") + "\n```");
      put("\n");
    }
  }

  /** The {@code >} of a tag; -1 where it is none. */
  private int closeOf(int from) {
    int max = Math.min(source.length(), from + MAX_TAG);
    for (int i = from; i < max; i++) {
      char c = source.charAt(i);
      if (c == '>') {
        return i;
      }
      if (c == '<') {
        return -1;
      }
    }
    return -1;
  }

  private int afterTag(int from) {
    int close = source.indexOf('>', from);
    return close < 0 ? source.length() : close + 1;
  }

  /** Like indexOf, but a string that is not there any more is looked for once. */
  private int find(String what, int from) {
    Integer gone = missing.get(what);
    if (gone != null && from >= gone) {
      return -1;
    }
    int found = indexOfIgnoringCase(what, from);
    if (found < 0) {
      missing.put(what, from);
    }
    return found;
  }

  private int indexOfIgnoringCase(String what, int from) {
    for (int i = source.indexOf(what.charAt(0), from);
        i >= 0;
        i = source.indexOf(what.charAt(0), i + 1)) {
      if (source.regionMatches(true, i, what, 0, what.length())) {
        return i;
      }
    }
    return -1;
  }
}
