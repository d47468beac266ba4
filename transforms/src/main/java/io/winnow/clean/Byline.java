package io.winnow.clean;

import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that names who made the article.
 *
 * @param authors authors, speakers, interviewees and translators, in this order of roles; editors
 *     are none
 * @param url the article's address, where the line has it
 * @param translated whether it names a translator
 */
record Byline(List<String> authors, @Nullable String url, boolean translated) {
  private static final int MAX_CHARS = 160;
  private static final int MAX_NAME = 30;
  private static final Pattern BY =
      Pattern.compile(
          "(?:written |posted |published )?by:? ([^|,;:。!?]{2,80}?)(?: (?:from|at|on) (https?://\\S{4,300}))?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final String NAME = "\\p{Lu}[\\p{L}.'’-]{1,20}(?: \\p{Lu}[\\p{L}.'’-]{0,20}){1,3}";
  private static final Pattern BARE_NAMES =
      Pattern.compile(
          "("
              + NAME
              + "(?:(?:, | and |, and )"
              + NAME
              + "){0,4})(?:,? (?:for|on behalf of) [\\w ]{2,40})?");
  private static final String ROLES =
      "作者|原文作者|原作者|撰文|文|口述|演讲嘉宾|分享嘉宾|采访嘉宾|受访嘉宾|嘉宾|主讲人?|演讲者|编译|译者|翻译|编辑|责任编辑|责编|策划|审核|审校|校对者?|译文出自|原文标题|原文地址|记者|采访|整理|出品";
  private static final Pattern ROLE =
      Pattern.compile("(?:^|(?<=[\\s|/;,、]))(" + ROLES + ")(?:\\s*[:|/丨]\\s*|\\s+|$)");
  private static final Set<String> WRITERS = Set.of("作者", "原文作者", "原作者", "撰文", "文", "口述");
  private static final Set<String> SPEAKERS =
      Set.of("演讲嘉宾", "分享嘉宾", "采访嘉宾", "受访嘉宾", "嘉宾", "主讲", "主讲人", "演讲者");
  private static final Set<String> OF_THE_TEXT = Set.of("译文出自", "原文标题", "原文地址", "出品");
  private static final Set<String> TRANSLATORS = Set.of("编译", "译者", "翻译");
  private static final Pattern AFFILIATION =
      Pattern.compile("[/|()《》]|作者|公司|专家|工程师|教授|架构师|负责人|经理|总监|创始人|大学|学院|研究员|CEO|CTO|主席|博士生");

  Byline {
    authors = List.copyOf(authors);
  }

  /** What a line says; empty when it is no byline. */
  static Optional<Byline> of(String line) {
    String folded = BoilerplateRule.folded(line);
    if (folded.length() > MAX_CHARS || folded.indexOf('。') >= 0) {
      return Optional.empty();
    }
    Matcher by = BY.matcher(folded);
    if (by.matches() && isNames(by.group(1))) {
      return Optional.of(new Byline(names(by.group(1)), by.group(2), false));
    }
    return roles(folded);
  }

  /** What a line of nothing but Latin names says; empty when it is none. */
  static Optional<Byline> ofNames(String line) {
    Matcher names = BARE_NAMES.matcher(line);
    return line.length() <= MAX_CHARS && names.matches()
        ? Optional.of(new Byline(names(names.group(1)), null, false))
        : Optional.empty();
  }

  private static Optional<Byline> roles(String line) {
    Matcher role = ROLE.matcher(line);
    if (!role.lookingAt()) {
      return Optional.empty();
    }
    List<String> writers = new ArrayList<>();
    List<String> speakers = new ArrayList<>();
    List<String> translators = new ArrayList<>();
    String name = role.group(1);
    int from = role.end();
    boolean more = true;
    while (more) {
      more = role.find(from);
      String names = line.substring(from, more ? role.start() : line.length()).strip();
      boolean person = !OF_THE_TEXT.contains(name);
      if (person && (names.length() > 60 || !names.isEmpty() && names(names).isEmpty())) {
        return Optional.empty();
      }
      List<String> group =
          WRITERS.contains(name)
              ? writers
              : SPEAKERS.contains(name)
                  ? speakers
                  : TRANSLATORS.contains(name) ? translators : new ArrayList<>();
      group.addAll(names(names));
      if (more) {
        name = role.group(1);
        from = role.end();
      }
    }
    Set<String> authors = new LinkedHashSet<>(writers);
    authors.addAll(speakers);
    authors.addAll(translators);
    return Optional.of(new Byline(List.copyOf(authors), null, !translators.isEmpty()));
  }

  /**
   * The single names in a list: separated by commas and the like, by "and", or by a space where Han
   * characters touch it; words of a Latin name stay together.
   */
  static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    for (String group :
        list.replaceAll("\\([^()]{0,80}\\)", " ")
            .replaceAll("\\[([^\\[\\]]{0,80})\\]", "$1")
            .split("[、,，;&]|\\band\\b|和(?=\\S)")) {
      StringBuilder name = new StringBuilder();
      for (String word : group.strip().split("\\s+")) {
        boolean joins =
            name.length() > 0
                && isLatin(name.codePointBefore(name.length()))
                && !word.isEmpty()
                && isLatin(word.codePointAt(0));
        if (!joins) {
          add(names, name);
        } else {
          name.append(' ');
        }
        name.append(word);
      }
      add(names, name);
    }
    return names;
  }

  private static void add(List<String> names, StringBuilder name) {
    String text = name.toString().strip();
    name.setLength(0);
    if (text.length() >= 2
        && text.length() <= MAX_NAME
        && !AFFILIATION.matcher(text).find()
        && !AuthorNames.isNobody(text)) {
      names.add(text);
    }
  }

  private static boolean isLatin(int codePoint) {
    return !Scripts.isCjk(codePoint);
  }

  /** English prose may begin with "by": names are short, and their words begin with a capital. */
  private static boolean isNames(String names) {
    String[] words = names.split("\\s+");
    if (words.length == 1) {
      return true;
    }
    for (String word : words) {
      boolean small =
          Set.of("and", "de", "van", "von", "der", "la", "el", "di", "da", "&").contains(word);
      if (!small
          && !Character.isUpperCase(word.codePointAt(0))
          && !Scripts.isCjk(word.codePointAt(0))
          && word.charAt(0) != '@') {
        return false;
      }
    }
    return words.length <= 12;
  }
}
