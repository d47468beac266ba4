package io.winnow.split;

import io.winnow.schema.Piece;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item of a newsletter: a line that carries a link to what it is about.
 *
 * @param title the line in plain text, or the text of its link where the line is long; null where
 *     it says nothing
 * @param url of the first link; null without one, or where it is not defined
 * @param isLinked whether it carries a link at all; the address of one may stand elsewhere
 * @param leads whether the line begins with the link, but for a tag in brackets
 */
record LinkedItem(@Nullable String title, @Nullable String url, boolean isLinked, boolean leads) {
  /** Characters of a line that can be a title. */
  private static final int MAX_TITLE = 120;

  private static final int MAX_TAG = 24;

  private static final Pattern LINK =
      Pattern.compile(
          "\\[([^\\[\\]]{0,300}+(?:\\[[^\\[\\]]{0,100}+\\][^\\[\\]]{0,300}+){0,3})\\]"
              + "(?:\\(\\s{0,2}<?(https?://[^\\s<>()]{1,2000}+"
              + "(?:\\([^\\s<>()]{0,200}+\\)[^\\s<>()]{0,500}+)?+)>?"
              + "(?:\\s{1,2}\"[^\"]{0,300}\")?\\s{0,2}\\)|\\[([^\\[\\]]{0,200}+)\\])");

  private static final Pattern ADDRESS = Pattern.compile("<?(https?://[^\\s<>()（），。]{1,2000})>?");

  /** Reads what follows the list mark or number. */
  static LinkedItem of(String text, LinkReferences references) {
    Matcher link = LINK.matcher(text);
    Matcher address = ADDRESS.matcher(text);
    String plain = Markup.plain(text);
    String title = plain.isEmpty() || plain.length() > MAX_TITLE ? null : plain;
    if (link.find()) {
      String own = Markup.plain(link.group(1));
      return new LinkedItem(
          title != null || own.isEmpty() ? title : own,
          address(link, references),
          true,
          leads(text, link.start()));
    }
    return address.find()
        ? new LinkedItem(title, address.group(1), true, leads(text, address.start()))
        : new LinkedItem(title, null, false, false);
  }

  private static @Nullable String address(Matcher link, LinkReferences references) {
    String label = link.group(3);
    return label == null
        ? link.group(2)
        : references.address(label.isEmpty() ? link.group(1) : label);
  }

  /** How many sites the links of items go to. */
  static long sites(Stream<LinkedItem> items) {
    return items
        .map(LinkedItem::url)
        .filter(Objects::nonNull)
        .map(url -> url.substring(0, hostEnd(url)).toLowerCase(Locale.ROOT))
        .distinct()
        .count();
  }

  private static int hostEnd(String url) {
    int slash = url.indexOf('/', url.indexOf("://") + 3);
    return slash < 0 ? url.length() : slash;
  }

  /** Writes what the item tells into the columns of a piece. */
  void into(List<String> path, IssueHead head, Piece.Builder piece) {
    piece
        .setMedia("markdown")
        .setTitle(title)
        .setSourcePath(path)
        .setPublication(head.publication())
        .setIssue(head.issue())
        .setKind("digest_item");
    if (url != null) {
      piece.setUrl(url).setUrlRole("subject");
    }
  }

  private static boolean leads(String text, int start) {
    String before = text.substring(0, start).strip();
    return before.length() <= 2
        || before.length() <= MAX_TAG && (before.endsWith("]") || before.endsWith(":"));
  }
}
