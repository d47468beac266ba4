package io.winnow.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells documents of XML that Winnow reads by the name of their root element. */
final class XmlShape {
  private XmlShape() {}

  /** The format of a text; null where it is none of these. */
  static @Nullable SourceFormat formatOf(String text) {
    int at = afterProlog(text);
    if (at >= text.length() || text.charAt(at) != '<') {
      return null;
    }
    int end = at + 1;
    while (end < text.length() && end - at < 64 && isName(text.charAt(end))) {
      end++;
    }
    String root = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
    String local = root.substring(root.indexOf(':') + 1);
    String head = text.substring(at, Math.min(text.length(), at + 2000));
    return switch (local) {
      case "rss" -> SourceFormat.RSS;
      case "mediawiki" -> SourceFormat.MEDIAWIKI;
      case "rdf" -> head.contains("purl.org/rss/1.0") ? SourceFormat.RSS : null;
      case "feed" -> head.contains("Atom") || head.contains("atom") ? SourceFormat.ATOM : null;
      default -> null;
    };
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_' || c == '.';
  }

  /** Skips white space, declarations, comments and a document type, as files have before it. */
  private static int afterProlog(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      String close =
          text.startsWith("<?", at)
              ? "?>"
              : text.startsWith("<!--", at) ? "-->" : text.startsWith("<!", at) ? ">" : null;
      if (close != null) {
        int end = text.indexOf(close, at);
        if (end < 0) {
          return text.length();
        }
        at = end + close.length();
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }
}
