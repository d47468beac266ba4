package io.winnow.reject;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why a piece stopped: the closed list behind the column {@code reason}. */
public enum RejectReason {
  EMPTY("The file holds no byte, or nothing but white space."),
  BINARY("The bytes are no text in any charset."),
  CORRUPT("The compressed data end too early or are damaged; what came before was read."),
  ENCRYPTED("The archive or member is encrypted."),
  NESTED_ARCHIVE("An archive inside an archive; it is not opened."),
  TOO_LARGE("More bytes than the cap allows."),
  TOO_MANY_ENTRIES(
      "More archive members, or a higher ratio of decompression, than the cap allows."),
  DECOMPRESSION_BOMB("Decompression gives more bytes for one than the cap allows."),
  TOO_DEEP("HTML or JSON nested deeper than the cap allows."),
  TOO_MANY_ELEMENTS("More elements of HTML than the cap allows."),
  GONE("The file was there when it was matched and gone, or unreadable, when it was to be read."),
  MALFORMED_RECORD("A line that is no record of the format of its dump."),
  NO_TEXT("A record without any text."),
  NOT_AN_ARTICLE(
      "Cover, contents page, imprint, advert, front matter of an issue, or a title without a body."),
  ONLY_BOILERPLATE("Nothing is left of it once boilerplate is removed."),
  REPETITIVE("Quality: lines, paragraphs or runs of words come again and again."),
  PLACEHOLDER_TEXT("Quality: text that only holds a place, such as lorem ipsum."),
  GARBLED("Quality: letters, but no words of any language; damaged in recognition or decoding."),
  KEYWORD_STUFFING("Quality: words heaped up for search engines, not sentences."),
  LINK_FARM("Quality: links, and hardly a word beside them."),
  INDEX_PAGE(
      "Quality: a page that leads to articles and is none: home page, section, archive, menu."),
  SEARCH_RESULTS("Quality: the answer of a search."),
  GALLERY("Quality: a page of pictures or products."),
  LOGIN_PAGE("Quality: a page to log in, register or reset a password."),
  ERROR_PAGE("Quality: a page that says that something is missing, forbidden or failed."),
  COOKIE_WALL("Quality: a page that asks to accept cookies or tracking."),
  PARKED_DOMAIN("Quality: a page of a domain that is for sale or not in use."),
  SCRIPT_REQUIRED("Quality: a page that shows nothing without scripts, or checks its visitor."),
  TOO_LITTLE_TEXT("Quality: a page with too little text to be an article."),
  LOW_QUALITY("Quality: beyond another threshold of a file of one's own."),
  FORGOTTEN("Taken down by request; nothing is kept of it but its place in its source.");

  private final String words;

  RejectReason(String words) {
    this.words = words;
  }

  /** What it means, a sentence for people. */
  public String words() {
    return words;
  }

  /** All names in the column {@code reason}. */
  public static List<String> columns() {
    return Arrays.stream(values()).map(RejectReason::column).toList();
  }

  /** The name in the column {@code reason}: kebab-case. */
  public String column() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
