package io.winnow.clean;

import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the names out of what a page gives as its author: without labels, roles, degrees, places,
 * handles and addresses; what names nobody gives none.
 */
final class AuthorNames {
  private static final int MAX_CHARS = 300;
  private static final int MAX_NAME = 60;
  private static final int MAX_WORDS = 6;
  private static final int MAX_NAMES = 30;

  /** What leads to names; a colon, slash or space follows. */
  static final Pattern LABEL =
      Pattern.compile(
          "(?:(?:written|posted|published|analysis|opinion|review|interview|commentary|perspective|column|essay|guest post|post author|reported|story|words|text|article|erstellt|geschrieben|veröffentlicht|écrit|escrito|publicado)"
              + "\\s)?(?:by|von|par|por|door)(?:\\s?[:：]\\s?|\\s+)"
              + "|(?:authors?|autor(?:in|en|es|a)?|auteure?s?|written|interview|text[oe]?|текст|автор|penulis|kolumnist(?:\\*?in)?)\\s?[:：]\\s?"
              + "|(?:本报|本刊|本网|通讯员|[\\p{IsHan}]{2,6}网|[\\p{IsHan}]{2,6}(?:新闻|日报|晚报|社|报))?\\s?(?:记者|特约记者|首席记者|实习记者)[:：\\s]\\s?"
              + "|(?:作者|原作者|撰文|撰稿人?|文|执笔|口述)\\s?[:：/／丨|]\\s?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern BREAK =
      Pattern.compile(
          "\\s[|–—•·]\\s.*|\\sunder\\s.*|\\s-\\s.*|\\s?[|｜•／].*|\\s{3,}.*|@.*", Pattern.DOTALL);
  private static final Pattern AND =
      Pattern.compile(
          "\\s*(?:[;；、&，]|\\s(?:and|und|et|y|e|en|i|и)\\s|和(?=[\\p{L}])|(?<=\\p{IsHan})\\s+(?=\\p{IsHan})|,(?=\\s|\\p{L}))\\s*");
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)(?:.*\\s)?(?:staff|senior|chief|news|sports?|political|science|education|health|business|associate|managing|contributing|special)?\\s?"
              + "(?:writers?|editors?(?:-[\\w-]+)?|reporters?|correspondents?|contributors?|columnists?|redakteur(?:in)?|redaktion|journalist(?:in|e)?"
              + "|producer|photographer|analyst|critic|fellow|professor|bureau|desk|team)(?:\\s.*)?");
  private static final Pattern TAIL_ROLE =
      Pattern.compile(
          "(?i)\\s(?:(?:staff|senior|chief|news|sports?|political|science|education|health|business|associate|managing)\\s)*"
              + "(?:editor|reporter|correspondent|contributor|columnist|redakteur(?:in)?|writer|journalist)$");
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?i).*\\b(?:GmbH|AG|Inc|Ltd|LLC|Verlag|Publishing|S\\.?A\\.?|B\\.?V\\.?)\\b.*|.*(?:有限公司|集团公司|编辑部)");

  /** What links to an author's other articles are titled, and editions say. */
  private static final Pattern POSTS_BY =
      Pattern.compile(
          "^.{0,60}\\b(?:posts|beiträge|articles|artikel|entradas|stories|edited|posted|written)\\s(?:by|von|par|de|por)\\s",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern REPORTER =
      Pattern.compile("^(?:本报|本网|本刊)?(?:记者|通讯员)(?=\\p{IsHan}{2,4}$)");
  private static final Pattern LABEL_WORD =
      Pattern.compile("(?i)by|von|par|por|door|authors?|autor(?:in|en|es)?|auteur|text|e-?mail");
  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "editors",
          "the editor",
          "the editors",
          "staff",
          "staff writer",
          "staff writers",
          "staff reporter",
          "webmaster",
          "web",
          "user",
          "guest",
          "gast",
          "author",
          "autor",
          "autorin",
          "name",
          "null",
          "none",
          "unknown",
          "undefined",
          "anonymous",
          "anonym",
          "root",
          "test",
          "default",
          "redaktion",
          "redaktion online",
          "online",
          "site admin",
          "editorial",
          "editorial staff",
          "columnist",
          "columnists",
          "opinion",
          "editorial team",
          "support team",
          "paid content",
          "letters to the",
          "share",
          "comments",
          "super user",
          "newsroom",
          "news",
          "contributor",
          "contributors",
          "reporter",
          "correspondent",
          "nobody",
          "n/a",
          "na",
          "未知",
          "佚名",
          "匿名",
          "无",
          "管理员",
          "编辑",
          "小编",
          "责任编辑",
          "责编",
          "来源",
          "作者",
          "记者",
          "本站",
          "本站原创",
          "原创",
          "转载",
          "网络",
          "本报讯",
          "综合");

  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,4}|https?://\\S+");

  private AuthorNames() {}

  /** The names in a byline or a field for authors, each once. */
  static List<String> of(String printed) {
    String text = printed.replace('\u00a0', ' ').replace("\u00ad", "").strip();
    if (text.isEmpty() || text.length() > MAX_CHARS || text.startsWith("http")) {
      return List.of();
    }
    Matcher label = LABEL.matcher(text);
    if (label.lookingAt()) {
      text = text.substring(label.end());
    }
    text = text.replaceAll("\\([^()]{0,80}\\)|（[^（）]{0,80}）|\\[[^\\[\\]]{0,80}\\]", " ");
    text = POSTS_BY.matcher(text).replaceFirst("");
    text = ADDRESS.matcher(text).replaceAll(" ");
    text = BREAK.matcher(text).replaceFirst("").strip();
    Set<String> names = new LinkedHashSet<>();
    boolean first = true;
    boolean lead = false;
    for (String part : AND.split(text)) {
      if (COMPANY.matcher(part).matches()) {
        return List.of();
      }
      boolean role = !first && ROLE.matcher(part.strip()).matches();
      String name = role ? "" : name(part);
      boolean single = name.indexOf(' ') < 0 && Scripts.cjkShare(name) < 0.5;
      first = false;
      if (!name.isEmpty() && !(lead && single) && names.size() < MAX_NAMES) {
        lead |= name.indexOf(' ') > 0 && text.indexOf(',') > 0;
        names.add(name);
      }
    }
    return new ArrayList<>(names);
  }

  /** One name without what clings to it; empty when it names nobody. */
  private static String name(String part) {
    String name = part.strip();
    Matcher label = LABEL.matcher(name);
    if (label.lookingAt()) {
      name = name.substring(label.end()).strip();
    }
    name = REPORTER.matcher(name).replaceFirst("");
    name = TAIL_ROLE.matcher(name).replaceFirst("");
    name = name.replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d.)]+$", "");
    if (name.endsWith(".") && !name.matches(".*(?:^|[\\s.])\\p{L}{1,3}\\.")) {
      name = name.substring(0, name.length() - 1).strip();
    }
    return isName(name) ? name : "";
  }

  /** Whether a name stands for somebody who is not named. */
  static boolean isNobody(String name) {
    return NOBODY.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isName(String name) {
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      letters += Character.isLetter(name.charAt(i)) ? 1 : 0;
      digits += Character.isDigit(name.charAt(i)) ? 1 : 0;
    }
    boolean han = Scripts.cjkShare(name) > 0.5;
    return letters >= 2
        && digits <= (name.indexOf(' ') > 0 ? 0 : 4)
        && name.length() <= (han ? MAX_NAME / 3 : MAX_NAME)
        && name.split("\\s+").length <= MAX_WORDS
        && !isNobody(name)
        && name.indexOf("//") < 0
        && name.indexOf('=') < 0
        && name.indexOf('@') < 0
        && !name.matches("(?i)[\\w-]+\\.(?:com|net|org|de|cn|info)(?:\\.\\w{2})?")
        && !LABEL_WORD.matcher(name).matches();
  }
}
