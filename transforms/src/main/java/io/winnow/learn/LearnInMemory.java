package io.winnow.learn;

import io.winnow.clean.LearnedLines;
import io.winnow.schema.Draft;
import io.winnow.schema.Learned;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns in the memory of one process what {@link LearnBoilerplate} learns on many workers, with
 * the same plain classes: the measure of what distribution costs.
 */
public final class LearnInMemory {
  private final Map<Long, Learned> sites = new HashMap<>();

  private LearnInMemory() {}

  /** What recurs over the distinct articles of a site. */
  public static LearnInMemory of(Collection<Draft> drafts, LearnSpec spec) {
    LineCounts counts = new LineCounts();
    SiteLines lines = new SiteLines(spec);
    for (Draft draft : drafts) {
      if (draft.getLearningSite() != null) {
        long site = LearnBoilerplate.site(draft.getLearningSite());
        long content = Long.parseUnsignedLong(draft.getArticle().getContentSha256(), 0, 16, 16);
        lines.add(Sighting.ofArticle(site, content, 0));
        for (long line : LearnedLines.keys(draft)) {
          counts.add(Sighting.ofLine(site, line, content));
        }
      }
    }
    counts.recurring(spec.minArticles()).forEach(lines::add);
    LearnInMemory learned = new LearnInMemory();
    lines.learned(site -> learned.sites.put(site.getSite(), site));
    return learned;
  }

  /** What was learned of the site of an article; null where that is nothing. */
  public @Nullable Learned about(Draft draft) {
    String site = draft.getLearningSite();
    return site == null ? null : sites.get(LearnBoilerplate.site(site));
  }
}
