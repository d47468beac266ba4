package io.winnow.learn;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Learned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SiteLinesTest {
  private static final long SITE = -7;
  private static final long FOOTER = -99;
  private static final long OWN = 42;

  @Test
  void aLineOfThreeDistinctArticlesIsLearned() {
    List<Learned> learned = learn(articles(3));

    assertThat(learned.size(), is(2));
    assertThat(learned.get(1).getGroup(), is(5));
    assertThat(learned.get(0).getLines(), contains(FOOTER));
    assertThat(learned.get(0).getArticles(), contains(3));
    assertThat(learned.get(0).getSiteArticles(), is(3));
  }

  @Test
  void copiesOfOneArticleTeachNothing() {
    List<Sighting> copies = new ArrayList<>();
    for (int id = 1; id <= 5; id++) {
      copies.add(Sighting.ofArticle(SITE, 1, id % 2 == 0 ? 0 : 5));
      copies.add(Sighting.ofLine(SITE, FOOTER, 1));
    }
    assertThat(learn(copies), empty());
  }

  @Test
  void aPhraseInFewOfManyArticlesIsKept() {
    List<Sighting> seen = articles(3);
    for (int id = 100; id < 200; id++) {
      seen.add(Sighting.ofArticle(SITE, id, id % 2 == 0 ? 0 : 5));
    }
    assertThat(learn(seen), empty());
  }

  @Test
  void theSameLineAtAnotherSiteCountsThereAlone() {
    List<Sighting> seen = articles(2);
    seen.add(Sighting.ofArticle(SITE + 1, 9, 9 % 2 == 0 ? 0 : 5));
    seen.add(Sighting.ofLine(SITE + 1, FOOTER, 9));
    assertThat(learn(seen), empty());
  }

  @Test
  void theOrderOfSightingsDoesNotMatter() {
    List<Sighting> seen = articles(20);
    List<Learned> expected = learn(seen);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(seen, new Random(seed));
      assertThat(learn(seen), is(expected));
    }
  }

  @Test
  void nothingSeenTeachesNothing() {
    assertThat(learn(List.of()), empty());
  }

  /** So many distinct articles with one footer in common and one line of their own each. */
  private static List<Sighting> articles(int count) {
    List<Sighting> seen = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      seen.add(Sighting.ofArticle(SITE, id, id % 2 == 0 ? 0 : 5));
      seen.add(Sighting.ofLine(SITE, FOOTER, id));
      seen.add(Sighting.ofLine(SITE, OWN + id, id));
    }
    return seen;
  }

  private static List<Learned> learn(List<Sighting> seen) {
    LearnSpec spec = LearnSpec.defaults();
    LineCounts counts = new LineCounts();
    SiteLines sites = new SiteLines(spec);
    for (Sighting sighting : seen) {
      if (sighting.isArticle()) {
        sites.add(sighting);
      } else {
        counts.add(sighting);
      }
    }
    counts.recurring(spec.minArticles()).forEach(sites::add);
    List<Learned> learned = new ArrayList<>();
    sites.learned(learned::add);
    return learned;
  }
}
