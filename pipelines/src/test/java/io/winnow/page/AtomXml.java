package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A feed as the JDK's parser and ROME read it; what RFC 4287 demands is checked on the way. */
final class AtomXml {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Set<String> OF_FEED =
      Set.of("id", "title", "updated", "author", "link", "generator", "entry");
  private static final Set<String> OF_ENTRY = Set.of("id", "title", "updated", "link", "content");

  private final Element feed;
  private final Feed read;

  private AtomXml(Element feed, Feed read) {
    this.feed = feed;
    this.read = read;
  }

  static AtomXml parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      Feed read = (Feed) new WireFeedInput().build(new StringReader(xml));
      AtomXml atom = new AtomXml(root, read);
      atom.check();
      return atom;
    } catch (ParserConfigurationException | SAXException | IOException | FeedException e) {
      throw new AssertionError(e);
    }
  }

  private void check() {
    assertThat(feed.getLocalName(), equalTo("feed"));
    checkParts(feed, OF_FEED);
    assertThat(children(feed, "author"), hasSize(1));
    List<Element> entries = children(feed, "entry");
    assertThat(read.getEntries(), hasSize(entries.size()));
    for (int i = 0; i < entries.size(); i++) {
      checkParts(entries.get(i), OF_ENTRY);
      var entry = read.getEntries().get(i);
      assertThat(entry.getTitle(), equalTo(texts("title").get(i + 1)));
      assertThat(entry.getContents().get(0).getType(), equalTo("html"));
      assertThat(entry.getContents().get(0).getValue(), equalTo(texts("content").get(i)));
    }
    List<String> ids = texts("id");
    assertThat(new TreeSet<>(ids), hasSize(ids.size()));
  }

  /** Exactly one id, title and updated; nothing unknown; links that are addresses. */
  private static void checkParts(Element parent, Set<String> allowed) {
    for (Element child : children(parent, null)) {
      assertThat(child.getNamespaceURI(), equalTo(ATOM));
      assertThat(child.getLocalName(), is(in(allowed)));
    }
    for (String once : List.of("id", "title", "updated")) {
      assertThat(children(parent, once), hasSize(1));
      assertThat(children(parent, once).get(0).getTextContent(), not(equalTo("")));
    }
    assertThat(
        children(parent, "id").get(0).getTextContent(), matchesPattern("urn:uuid:[0-9a-f-]{36}"));
    OffsetDateTime.parse(children(parent, "updated").get(0).getTextContent());
    Set<String> alternates = new TreeSet<>();
    for (Element link : children(parent, "link")) {
      URI.create(link.getAttribute("href"));
      assertThat(alternates.add(link.getAttribute("rel") + link.getAttribute("type")), is(true));
    }
  }

  /** Texts of all elements of that name, in the order of the feed. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    var all = feed.getElementsByTagNameNS(ATOM, name);
    for (int i = 0; i < all.getLength(); i++) {
      texts.add(all.item(i).getTextContent());
    }
    return texts;
  }

  /** Where links of that kind lead, of the feed or of its entries. */
  List<String> links(String of, String rel) {
    List<String> links = new ArrayList<>();
    List<Element> parents = of.equals("feed") ? List.of(feed) : children(feed, "entry");
    for (Element parent : parents) {
      children(parent, "link").stream()
          .filter(link -> link.getAttribute("rel").equals(rel))
          .forEach(link -> links.add(link.getAttribute("href")));
    }
    return links;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element
          && (name == null || element.getLocalName().equals(name))) {
        children.add(element);
      }
    }
    return children;
  }
}
