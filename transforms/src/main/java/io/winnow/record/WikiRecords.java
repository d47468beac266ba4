package io.winnow.record;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a MediaWiki export (its schemas 0.3 to 0.11), each in its last revision, as
 * Markdown.
 *
 * <p>Pages of the main namespace are records; redirects, pages of other namespaces and pages that
 * hold no wikitext stop as {@code not-an-article}. The publication is the wiki. The time of a
 * revision says nothing of when a text was published. There are no entities but the five of XML.
 */
public final class WikiRecords implements TextRecords {
  /** Characters of one page: MediaWiki itself takes 2 MiB unless told otherwise. */
  private static final int MAX_PAGE = 8 << 20;

  private static final int MAX_DEPTH = 100;
  private static final int MAX_NAMESPACES = 1000;

  private final int maxRecordChars;

  /**
   * @param maxRecordChars of one page; a longer one stops as {@code too-large}
   */
  public WikiRecords(int maxRecordChars) {
    this.maxRecordChars = Math.min(maxRecordChars, MAX_PAGE);
  }

  @Override
  public @Nullable Stop read(Reader text, RecordSink records) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Capped capped = new Capped(text, 2L * maxRecordChars + (1 << 16));
    Reading reading = new Reading(records);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(capped);
      while (xml.hasNext()) {
        capped.begin();
        xml.next();
        reading.event(xml);
        if (reading.names.size() > MAX_DEPTH) {
          return Stop.at(RejectReason.TOO_DEEP, "elements", reading.names.size(), MAX_DEPTH);
        }
      }
      return null;
    } catch (XMLStreamException malformed) {
      if (malformed.getNestedException() instanceof OverCap overCap) {
        return Stop.at(
            RejectReason.TOO_LARGE, "characters of one tag", overCap.measured, overCap.threshold);
      }
      return Stop.because(
          RejectReason.MALFORMED_RECORD,
          "line " + malformed.getLocation().getLineNumber() + ": no XML");
    }
  }

  /** One pass over one export. */
  private final class Reading {
    private final RecordSink records;
    private final Deque<String> names = new ArrayDeque<>();
    private final Map<String, String> namespaces = new HashMap<>();
    private final StringBuilder words = new StringBuilder();
    private long wordsLength;
    private @Nullable String site;
    private @Nullable String base;
    private @Nullable String lang;
    private String namespaceKey = "";
    private Page page = new Page();

    Reading(RecordSink records) {
      this.records = records;
    }

    void event(XMLStreamReader xml) {
      switch (xml.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          wordsLength += xml.getTextLength();
          if (words.length() <= maxRecordChars) {
            words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        default -> {}
      }
    }

    private void start(XMLStreamReader xml) {
      String name = xml.getLocalName();
      names.push(name);
      words.setLength(0);
      wordsLength = 0;
      switch (name) {
        case "mediawiki" ->
            lang = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
        case "page" -> page = new Page();
        case "redirect" -> page.redirect = String.valueOf(xml.getAttributeValue(null, "title"));
        case "namespace" -> namespaceKey = String.valueOf(xml.getAttributeValue(null, "key"));
        default -> {}
      }
    }

    private void end(String name) {
      names.poll();
      String parent = names.isEmpty() ? "" : names.peek();
      String value = words.length() > maxRecordChars ? "" : words.toString();
      if (parent.equals("siteinfo")) {
        site = name.equals("sitename") ? value.strip() : site;
        base = name.equals("base") ? value.strip() : base;
      } else if (name.equals("namespace") && namespaces.size() < MAX_NAMESPACES) {
        namespaces.put(namespaceKey, value);
      } else if (parent.equals("page")) {
        page.take(name, value.strip());
      } else if (parent.equals("revision")) {
        page.model = name.equals("model") ? value.strip() : page.model;
        if (name.equals("text")) {
          page.text = value;
          page.length = wordsLength;
        }
      }
      if (name.equals("page")) {
        records.take(page.record(this));
        page = new Page();
      }
      words.setLength(0);
      wordsLength = 0;
    }
  }

  /** A page as far as it was read. */
  private final class Page {
    private String title = "";
    private String id = "";
    private String namespace = "";
    private String model = "wikitext";
    private String text = "";
    private long length;
    private @Nullable String redirect;

    void take(String name, String value) {
      switch (name) {
        case "title" -> title = value;
        case "id" -> id = value;
        case "ns" -> namespace = value;
        default -> {}
      }
    }

    SourceRecord record(Reading reading) {
      String raw = title + "\n\n" + text;
      Facts facts =
          new Facts(
              id.isEmpty() ? null : id,
              title.isEmpty() ? null : title,
              url(reading.base),
              List.of(),
              null,
              reading.lang,
              reading.site,
              List.of(),
              null);
      Stop stop = stop(reading);
      if (stop != null) {
        return SourceRecord.stopped(raw, facts, stop);
      }
      String markdown = Wikitext.markdown(text);
      return markdown.isBlank()
          ? SourceRecord.stopped(
              raw, facts, Stop.because(RejectReason.NO_TEXT, "nothing but templates"))
          : SourceRecord.of(raw, "markdown", markdown, facts);
    }

    private @Nullable Stop stop(Reading reading) {
      String key = namespace.isEmpty() ? namespaceOfTitle(reading) : namespace;
      if (length > maxRecordChars) {
        return Stop.at(RejectReason.TOO_LARGE, "characters of one page", length, maxRecordChars);
      }
      if (!key.equals("0")) {
        String name = reading.namespaces.getOrDefault(key, "");
        return Stop.because(
            RejectReason.NOT_AN_ARTICLE,
            "namespace " + (name.isEmpty() ? key : key + " (" + name + ")"));
      }
      if (redirect != null) {
        return Stop.because(RejectReason.NOT_AN_ARTICLE, "redirect to " + redirect);
      }
      if (Wikitext.isRedirect(text)) {
        return Stop.because(RejectReason.NOT_AN_ARTICLE, "redirect");
      }
      if (!model.equals("wikitext")) {
        return Stop.because(RejectReason.NOT_AN_ARTICLE, "content model " + model);
      }
      return text.isBlank() ? Stop.because(RejectReason.NO_TEXT, "empty page") : null;
    }

    /** Exports before 0.6 say it by the title alone. */
    private String namespaceOfTitle(Reading reading) {
      int colon = title.indexOf(':');
      String prefix = colon < 0 ? "" : title.substring(0, colon);
      return reading.namespaces.entrySet().stream()
          .filter(entry -> !prefix.isEmpty() && entry.getValue().equals(prefix))
          .map(Map.Entry::getKey)
          .min(String::compareTo)
          .orElse("0");
    }

    /** The address of the page, made from that of the main page. */
    private @Nullable String url(@Nullable String base) {
      if (base == null || title.isEmpty()) {
        return null;
      }
      int cut = Math.max(base.lastIndexOf('/'), base.lastIndexOf('='));
      boolean isHttp = base.startsWith("http://") || base.startsWith("https://");
      return !isHttp || cut < 8
          ? null
          : base.substring(0, cut + 1)
              + URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8)
                  .replace("%2F", "/")
                  .replace("%3A", ":")
                  .replace("%28", "(")
                  .replace("%29", ")")
                  .replace("%2C", ",");
    }
  }

  /** Says that one event of XML is longer than memory allows. */
  private static final class OverCap extends IOException {
    private static final long serialVersionUID = 1;

    private final long measured;
    private final long threshold;

    OverCap(long measured, long threshold) {
      super("over a cap");
      this.measured = measured;
      this.threshold = threshold;
    }
  }

  /** Text of which no single event of XML may take more than so much. */
  private static final class Capped extends FilterReader {
    private final long max;
    private long taken;

    Capped(Reader in, long max) {
      super(in);
      this.max = max;
    }

    void begin() {
      taken = 0;
    }

    @Override
    public int read(char[] into, int at, int length) throws IOException {
      int n = super.read(into, at, length);
      taken += Math.max(0, n);
      if (taken > max) {
        throw new OverCap(taken, max);
      }
      return n;
    }
  }
}
