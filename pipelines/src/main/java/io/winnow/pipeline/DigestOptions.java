package io.winnow.pipeline;

import io.winnow.page.DigestForm;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How digests leave the program: options that {@code curate} and {@code digest} share. */
final class DigestOptions {
  @Option(
      names = "--html",
      description =
          "Write each digest and their index, and curate the report of the run, also as an HTML page that needs nothing"
              + " else."
              + " Digests that have a page keep it up to date without this option.")
  boolean html;

  @Option(
      names = "--siteUrl",
      paramLabel = "URL",
      description =
          "http or https address under which the folder digests is served, for the links of its Atom feeds; kept"
              + " for later commands. Default: links are relative.")
  @Nullable String siteUrl;

  /** Everything wrong with them; empty when nothing is. */
  List<String> problems() {
    return siteUrl == null || site() != null
        ? List.of()
        : List.of("--siteUrl must be an http or https address without query; was: " + siteUrl);
  }

  DigestForm form() {
    return new DigestForm(html, site());
  }

  private @Nullable URI site() {
    if (siteUrl == null) {
      return null;
    }
    try {
      URI site = new URI(siteUrl.endsWith("/") ? siteUrl : siteUrl + "/");
      boolean isWeb = "https".equals(site.getScheme()) || "http".equals(site.getScheme());
      return isWeb
              && site.getHost() != null
              && site.getUserInfo() == null
              && site.getRawQuery() == null
              && site.getRawFragment() == null
          ? site
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
