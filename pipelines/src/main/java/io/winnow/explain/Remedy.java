package io.winnow.explain;

import io.winnow.reject.RejectReason;
import java.util.Arrays;
import java.util.Optional;

/** What would let a rejected piece through, where something would. */
final class Remedy {
  private Remedy() {}

  /** The reason of that name; empty for one of another version. */
  static Optional<RejectReason> reason(String column) {
    return Arrays.stream(RejectReason.values())
        .filter(reason -> reason.column().equals(column))
        .findFirst();
  }

  /** A sentence, and options for the run where there are some. */
  static String of(RejectReason reason) {
    return switch (reason) {
      case EMPTY, BINARY, NO_TEXT -> "There is no text in it to publish.";
      case CORRUPT -> "Fetch the file again; what came before the damage was read.";
      case ENCRYPTED -> "Decrypt it, and give that to the next run.";
      case NESTED_ARCHIVE -> "Unpack the outer archive, and give its members to the next run.";
      case TOO_LARGE -> "--limits=FILE with larger `text`, `lines` or `window` lets it through.";
      case TOO_MANY_ENTRIES -> "--limits=FILE with larger `members` or `ratio` lets it through.";
      case DECOMPRESSION_BOMB -> "--limits=FILE with larger `expanded` or `ratio` lets it through.";
      case TOO_DEEP -> "--limits=FILE with larger `htmlDepth` or `jsonDepth` lets it through.";
      case TOO_MANY_ELEMENTS -> "--limits=FILE with larger `htmlTags` lets it through.";
      case GONE -> "The next run reads it when it is there again.";
      case MALFORMED_RECORD ->
          "Mend the record in its source; the next run reads a file that changed.";
      case NOT_AN_ARTICLE ->
          "No option publishes it; if it is an article after all, give it as a file of its own. `./winnow inspect FILE`"
              + " shows how its source is split, and why.";
      case ONLY_BOILERPLATE -> "--keepBoilerplate keeps what recurs over a site, in all articles.";
      case REPETITIVE,
          PLACEHOLDER_TEXT,
          GARBLED,
          KEYWORD_STUFFING,
          LINK_FARM,
          INDEX_PAGE,
          SEARCH_RESULTS,
          GALLERY,
          LOGIN_PAGE,
          ERROR_PAGE,
          COOKIE_WALL,
          PARKED_DOMAIN,
          SCRIPT_REQUIRED,
          TOO_LITTLE_TEXT,
          LOW_QUALITY ->
          "--quality=none lets it through with all others; --quality=FILE, a copy of the rules with this one changed,"
              + " is the finer way (docs/quality.md).";
      case FORGOTTEN ->
          "`./winnow forget --output=DIR --undo=ID` lifts it; the text comes back when its source is read again with"
              + " --inputs=all.";
    };
  }

  /** Whether running the same run again with an option changes its fate. */
  static boolean isOption(RejectReason reason) {
    return of(reason).startsWith("--");
  }
}
