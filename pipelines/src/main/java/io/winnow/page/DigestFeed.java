package io.winnow.page;

import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the Atom feed (RFC 4287) of the digests in one language: what each shows without opening a
 * fold.
 *
 * <p>Ids come from the names of language and period alone, so that they survive a move of the
 * output and of the site.
 */
final class DigestFeed {
  /** Digests in a feed; older ones are in the index. */
  static final int MAX_ENTRIES = 12;

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String AUTHOR = "Winnow";

  private final Edition edition;
  private final @Nullable URI site;

  /**
   * @param site address of the folder of digests; null where links stay relative to the feed
   */
  DigestFeed(Edition edition, @Nullable URI site) {
    this.edition = edition;
    this.site = site;
  }

  /**
   * One digest.
   *
   * @param name name that never changes
   * @param page file that a reader opens
   * @param updated when it changed last
   * @param html what is shown, its links resolved
   */
  record Entry(String name, String page, String title, Instant updated, String html) {}

  static String fileName(Edition edition) {
    return "feed." + edition.lang() + ".xml";
  }

  /** An address for readers of the feed. */
  String address(String path) {
    return site == null ? path : site.resolve(path).toString();
  }

  /**
   * The feed.
   *
   * @param index page that lists all digests
   * @param entries the newest first
   */
  String write(String index, List<Entry> entries) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      text("\n", xml);
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", edition.lang());
      element("id", id("winnow digests " + edition.lang()), xml);
      element("title", edition.say("feed.title"), xml);
      element("updated", updated(entries), xml);
      author(xml);
      link("self", "application/atom+xml", fileName(edition), xml);
      link("alternate", type(index), index, xml);
      element("generator", AUTHOR, xml);
      for (Entry entry : entries) {
        entry(entry, xml);
      }
      text("\n", xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void entry(Entry entry, XMLStreamWriter xml) throws XMLStreamException {
    text("\n", xml);
    xml.writeStartElement("entry");
    element("id", id("winnow digest " + entry.name()), xml);
    element("title", entry.title(), xml);
    element("updated", seconds(entry.updated()), xml);
    link("alternate", type(entry.page()), entry.page(), xml);
    text("\n", xml);
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    text(entry.html(), xml);
    xml.writeEndElement();
    text("\n", xml);
    xml.writeEndElement();
  }

  private static void author(XMLStreamWriter xml) throws XMLStreamException {
    text("\n", xml);
    xml.writeStartElement("author");
    xml.writeStartElement("name");
    text(AUTHOR, xml);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void link(String rel, String type, String path, XMLStreamWriter xml)
      throws XMLStreamException {
    text("\n", xml);
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address(path));
  }

  private static void element(String name, String value, XMLStreamWriter xml)
      throws XMLStreamException {
    text("\n", xml);
    xml.writeStartElement(name);
    text(value, xml);
    xml.writeEndElement();
  }

  /** Without the characters that XML cannot hold at all. */
  private static void text(String value, XMLStreamWriter xml) throws XMLStreamException {
    StringBuilder legal = new StringBuilder(value.length());
    value.codePoints().filter(DigestFeed::isLegal).forEach(legal::appendCodePoint);
    xml.writeCharacters(legal.toString());
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static String type(String page) {
    return page.endsWith(".html") ? "text/html" : "text/markdown";
  }

  private static String id(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static String updated(List<Entry> entries) {
    return seconds(
        entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH));
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
