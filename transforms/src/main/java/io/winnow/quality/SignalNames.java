package io.winnow.quality;

import java.util.Set;
import java.util.TreeSet;

/** The names of all signals, those of notices and pages included. */
final class SignalNames {
  private static final Set<String> OF_PAGES =
      Set.of(
          PageModel.SIGNAL,
          "page_mass",
          "page_boxed_share",
          "page_boxed_kept_share",
          "page_boxes",
          "page_run",
          "page_run_share",
          "page_long_paragraphs",
          "page_long_share",
          "page_headline_links",
          "page_is_listing_address",
          "page_is_door_address",
          "page_is_site",
          "page_is_named_listing",
          "page_is_named_single",
          "page_is_named_error",
          "page_is_named_door",
          "page_door_forms",
          "page_personal_fields",
          "page_linked_images",
          "page_frames",
          "page_is_headed",
          "page_headings",
          "page_link_share",
          "page_kept_share",
          "page_paragraphs",
          "page_body_share",
          "page_teasers",
          "page_teaser_share",
          "page_links",
          "page_images",
          "page_title_share",
          "page_days",
          "page_prices",
          "page_titles",
          "page_longest",
          "page_linked_heading_share",
          "page_articles",
          "page_same_links",
          "page_number_links",
          "page_password_fields",
          "page_fields",
          "page_is_root",
          "page_is_article",
          "page_has_date",
          "page_has_author");

  private SignalNames() {}

  /** Every name that a rule may use. */
  static Set<String> all(Set<String> notices) {
    Set<String> all = new TreeSet<>(TextSignals.of("").names());
    all.add("mass");
    all.add("link_share");
    all.addAll(OF_PAGES);
    all.addAll(ofNotices(notices));
    return all;
  }

  /** Whether a signal is measured of pages only. */
  static boolean isOfPages(String signal) {
    return signal.startsWith("page_");
  }

  /** Those of notices that are not measured of longer texts. */
  static Set<String> ofShort(Set<String> notices) {
    Set<String> names = ofNotices(notices);
    names.removeIf(name -> name.endsWith("_title"));
    return names;
  }

  /** All signals of some classes of notices. */
  static Set<String> ofNotices(Set<String> notices) {
    Set<String> names = new TreeSet<>();
    notices.forEach(notice -> names.addAll(Set.of(Notices.signals(notice))));
    return names;
  }
}
