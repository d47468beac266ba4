package io.winnow.record;

import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of RSS 2.0 and 0.9x, RSS 1.0 (with its modules for content and Dublin Core) and
 * Atom (RFC 4287), in the order of the feed.
 *
 * <p>The parser is lenient: a feed that is not well-formed, or ends too early, gives what it has.
 * There are no external entities and no declared ones. Title and language of the channel are those
 * of its items.
 */
public final class FeedRecords implements TextRecords {
  private static final Set<String> ITEMS = Set.of("item", "entry");
  private static final Set<String> CHANNELS = Set.of("channel", "feed", "rss", "rdf:rdf");

  private final int maxRecordChars;

  /**
   * @param maxRecordChars of one item; a longer one stops as {@code too-large}
   */
  public FeedRecords(int maxRecordChars) {
    this.maxRecordChars = maxRecordChars;
  }

  @Override
  public @Nullable Stop read(Reader text, RecordSink records) throws IOException {
    String title = null;
    String lang = null;
    try (StreamParser parser = new StreamParser(Parser.xmlParser())) {
      parser.parse(text, "");
      parser.document().outputSettings().prettyPrint(false);
      for (Element element = next(parser); element != null; element = next(parser)) {
        String name = element.normalName();
        Element parent = element.parent();
        if (ITEMS.contains(name)) {
          records.take(new FeedItem(element).record(maxRecordChars).in(title, lang));
          element.remove();
        } else if (parent != null && CHANNELS.contains(parent.normalName())) {
          if (name.equals("title") && title == null) {
            title = FeedItem.words(element);
          } else if (name.equals("language") || name.equals("dc:language")) {
            lang = FeedItem.words(element);
          }
        }
        Element feed = parser.document().firstElementChild();
        if (lang == null && feed != null && feed.hasAttr("xml:lang")) {
          lang = feed.attr("xml:lang");
        }
      }
    }
    return null;
  }

  private static @Nullable Element next(StreamParser parser) throws IOException {
    return parser.selectNext("*");
  }
}
