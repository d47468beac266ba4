package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a page says that it is: by its address, its meta elements, the classes of its body,
 * its headings and its forms.
 */
final class PageNature {
  private static final int MAX_NAMES = 500;
  private static final int MAX_FIELDS = 300;
  private static final Pattern LISTING_ADDRESS =
      Pattern.compile(
          "/(?:category|categories|cat|tags?|topics?|archives?|search|page|author|forum|forums|shop|"
              + "products|index|list|blog|news|section)(?:/[^/]{0,60}){0,2}/?$|[?&](?:q|s|page|paged|cat|tag|search|p|sort)=");
  private static final Pattern DOOR_ADDRESS =
      Pattern.compile(
          "/(?:[^/]{0,20}[-_/])?(?:log-?in|sign-?in|sign-?up|register|registration|auth|account|password|logon|join)"
              + "\\b");
  private static final Pattern LISTING_NAMES =
      Pattern.compile(
          "(?:^|[ _-])(?:home|homepage|frontpage|front|landing|blog|archive|category|tag|tags|paged|search|"
              + "search-results|listing|list|index|catalog|catalogue|main-page|shop|store|forum|"
              + "section-front|portal|not-logged-in)(?:$|[ _-])");
  private static final Pattern SINGLE_NAMES =
      Pattern.compile(
          "(?:^|[ _-])(?:single|single-post|article|post|story|postid|node-type-article|"
              + "entry|detail|item-page|permalink)(?:$|[ _-])");
  private static final Pattern ERROR_NAMES =
      Pattern.compile(
          "(?:^|[ _-])(?:error|error-?page|404|error-?404|not-?found|403|500|50x)(?:$|[ _-])");
  private static final Pattern DOOR_NAMES =
      Pattern.compile(
          "log-?_?in|sign-?_?in|sign-?_?up|regist|passw|passwd|logon|auth|account|membership|"
              + "credential|recover|forgot");
  private static final Pattern PERSONAL_FIELD =
      Pattern.compile(
          "user|login|e-?_?mail|passw|pwd|captcha|first_?-?name|last_?-?name|fname|lname|phone|mobile|"
              + "birth|gender|country|remember|token|otp|account|nick|confirm|agree|terms|zip|address");
  private final SortedMap<String, Double> measures = new TreeMap<>();

  private PageNature() {}

  static SortedMap<String, Double> of(
      Document page, @Nullable String title, @Nullable String address, List<HtmlBlock> blocks) {
    PageNature nature = new PageNature();
    nature.address(address == null ? "" : Scripts.head(address, MAX_NAMES));
    nature.metas(page);
    nature.names(page);
    nature.forms(page);
    nature.headings(title == null ? "" : Scripts.head(title, MAX_NAMES), blocks);
    return nature.measures;
  }

  private void put(String name, boolean is) {
    measures.put(name, is ? 1.0 : 0.0);
  }

  private void address(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    put("is_listing_address", LISTING_ADDRESS.matcher(lower).find());
    put("is_door_address", DOOR_ADDRESS.matcher(lower).find());
  }

  private void metas(Document page) {
    boolean isSite = false;
    for (Element meta : page.getElementsByTag("meta")) {
      isSite |=
          meta.attr("property").equals("og:type") && !meta.attr("content").contains("article");
    }
    put("is_site", isSite);
  }

  private void names(Document page) {
    String names =
        Scripts.head(page.body().className() + ' ' + page.body().id(), MAX_NAMES)
            .toLowerCase(Locale.ROOT);
    put("is_named_listing", LISTING_NAMES.matcher(names).find());
    put("is_named_single", SINGLE_NAMES.matcher(names).find());
    put("is_named_error", ERROR_NAMES.matcher(names).find());
    put("is_named_door", DOOR_NAMES.matcher(names).find());
  }

  /** Forms that ask who one is, whatever the language: their names in the markup are English. */
  private void forms(Document page) {
    int doors = 0;
    int personal = 0;
    int seen = 0;
    for (Element form : page.getElementsByTag("form")) {
      String names =
          form.attr("action") + ' ' + form.id() + ' ' + form.className() + ' ' + form.attr("name");
      boolean isDoor = DOOR_NAMES.matcher(lower(names)).find();
      doors += isDoor && seen++ < MAX_FIELDS ? 1 : 0;
    }
    seen = 0;
    for (Element field : page.select("input, select")) {
      String type = lower(field.attr("type"));
      if (type.equals("hidden") || type.equals("submit") || seen++ > MAX_FIELDS) {
        continue;
      }
      String names = field.attr("name") + ' ' + field.id() + ' ' + field.attr("autocomplete");
      personal += PERSONAL_FIELD.matcher(lower(names)).find() ? 1 : 0;
    }
    measures.put("door_forms", (double) doors);
    measures.put("personal_fields", (double) personal);
    int pictures = 0;
    for (Element picture : page.getElementsByTag("img")) {
      Element up = picture.parent();
      pictures += up != null && up.normalName().equals("a") ? 1 : 0;
    }
    measures.put("linked_images", (double) pictures);
    measures.put("frames", (double) page.select("iframe, frame, object, canvas, video").size());
  }

  /** Whether a heading that is no link says what the title says: most articles have one. */
  private void headings(String title, List<HtmlBlock> blocks) {
    String key = Folding.key(title);
    boolean headed = false;
    int headings = 0;
    for (HtmlBlock block : blocks) {
      if (!block.is(Line.Form.HEADING)) {
        continue;
      }
      headings++;
      String text = Scripts.head(block.line().text(), MAX_NAMES);
      String heading = Folding.key(text);
      headed |=
          block.linkDensity() <= 0.5
              && heading.length() >= 4
              && (key.contains(heading) || !key.isEmpty() && heading.contains(key));
    }
    put("is_headed", headed);
    measures.put("headings", (double) headings);
  }

  private static String lower(String names) {
    return Scripts.head(names, MAX_NAMES).toLowerCase(Locale.ROOT);
  }
}
