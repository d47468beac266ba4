package io.winnow.reject;

import java.util.Locale;

/** Why a piece stopped: the closed list behind the column {@code reason}. */
public enum RejectReason {
  /** The file holds no byte, or nothing but white space. */
  EMPTY,
  /** The bytes are no text in any charset. */
  BINARY,
  /** The compressed data end too early or are damaged; what came before was read. */
  CORRUPT,
  /** The archive or member is encrypted. */
  ENCRYPTED,
  /** An archive inside an archive; it is not opened. */
  NESTED_ARCHIVE,
  /** More bytes than the cap allows. */
  TOO_LARGE,
  /** More archive members, or a higher ratio of decompression, than the cap allows. */
  TOO_MANY_ENTRIES,
  /** Decompression gives more bytes for one than the cap allows. */
  DECOMPRESSION_BOMB,
  /** HTML or JSON nested deeper than the cap allows. */
  TOO_DEEP,
  /** More elements of HTML than the cap allows. */
  TOO_MANY_ELEMENTS,
  /** The file was there when it was matched and gone, or unreadable, when it was to be read. */
  GONE,
  /** A line that is no record of the format of its dump. */
  MALFORMED_RECORD,
  /** A record without any text. */
  NO_TEXT,
  /** Cover, contents page, imprint, advert, front matter of an issue, or a title without a body. */
  NOT_AN_ARTICLE,
  /** Nothing is left of it once boilerplate is removed. */
  ONLY_BOILERPLATE,
  /** Quality: lines, paragraphs or runs of words come again and again. */
  REPETITIVE,
  /** Quality: text that only holds a place, such as lorem ipsum. */
  PLACEHOLDER_TEXT,
  /** Quality: letters, but no words of any language; damaged in recognition or decoding. */
  GARBLED,
  /** Quality: words heaped up for search engines, not sentences. */
  KEYWORD_STUFFING,
  /** Quality: links, and hardly a word beside them. */
  LINK_FARM,
  /** Quality: a page that leads to articles and is none: home page, section, archive, menu. */
  INDEX_PAGE,
  /** Quality: the answer of a search. */
  SEARCH_RESULTS,
  /** Quality: a page of pictures or products. */
  GALLERY,
  /** Quality: a page to log in, register or reset a password. */
  LOGIN_PAGE,
  /** Quality: a page that says that something is missing, forbidden or failed. */
  ERROR_PAGE,
  /** Quality: a page that asks to accept cookies or tracking. */
  COOKIE_WALL,
  /** Quality: a page of a domain that is for sale or not in use. */
  PARKED_DOMAIN,
  /** Quality: a page that shows nothing without scripts, or checks its visitor. */
  SCRIPT_REQUIRED,
  /** Quality: a page with too little text to be an article. */
  TOO_LITTLE_TEXT,
  /** Quality: beyond another threshold of a file of one's own. */
  LOW_QUALITY;

  /** The name in the column {@code reason}: kebab-case. */
  public String column() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
