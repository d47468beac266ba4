package io.winnow.dedupe;

import static io.winnow.dedupe.Drafts.RUN;
import static io.winnow.dedupe.Drafts.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.text.Folding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  @Test
  void takesOverWhatDecidesWhoStays() {
    Draft draft = article("a", "字𠀀, two words").at("https://x.org/1").partOf("talk", 2).draft();
    Article article =
        Article.newBuilder(draft.getArticle())
            .setTitleOrigin("given")
            .setAuthors(List.of("someone"))
            .setPublished(LocalDate.of(2026, 1, 2))
            .build();
    Fingerprint fingerprint =
        Fingerprints.of(Draft.newBuilder(draft).setArticle(article).build(), RUN);

    assertThat(fingerprint.getRunId(), is(RUN.id()));
    assertThat(fingerprint.getRunSequence(), is(RUN.sequence()));
    assertThat(fingerprint.getVersion(), is(Fingerprints.VERSION));
    assertThat(fingerprint.getUrl(), is("https://x.org/1"));
    assertThat(fingerprint.getSeries(), is("talk"));
    assertThat(fingerprint.getPart(), is(2));
    assertThat(fingerprint.getPublished(), is(LocalDate.of(2026, 1, 2)));
    assertThat(fingerprint.getChars(), is(13));
    assertThat(fingerprint.getMetadata(), is(4));
    assertThat(fingerprint.getClusterId(), is(""));
  }

  @Test
  void leavesOutAUrlThatTheTextIsOnlyAbout() {
    Draft draft = article("a", Prose.text(1)).at("https://x.org/1").draft();
    Article about = Article.newBuilder(draft.getArticle()).setUrlRole("subject").build();

    assertThat(
        Fingerprints.of(Draft.newBuilder(draft).setArticle(about).build(), RUN).getUrl(),
        is(nullValue()));
  }

  @Test
  void hasOneHashForWhatDiffersByWidthCasePunctuationSpaceOrScript() {
    assertThat(hash("Ｗinnow 讀「書」。"), is(hash("winnow\n读书")));
    assertThat(hash("winnow 读书"), is(not(hash("winnow 买书"))));
  }

  @Test
  void sketchesATextOfAParagraphButNotOneOfASentence() {
    Fingerprint paragraph = article("a", Prose.text(1)).today();
    Fingerprint sentence = article("a", Prose.sentences(1, 1).get(0)).today();

    assertThat(paragraph.getSketch().remaining(), is(864));
    assertThat(sentence.getSketch().remaining(), is(0));
    assertThat(sentence.getShingles(), is(9));
  }

  @Test
  void findsTheTraditionalCopyOfASimplifiedText() {
    List<MadeArticles.Made> all = MadeArticles.of(3, 200);
    MadeArticles.Made chinese =
        all.stream().filter(m -> m.chinese() && m.sentences().size() > 9).findFirst().get();
    String traditional =
        com.ibm.icu.text.Transliterator.getInstance("Simplified-Traditional")
            .transliterate(chinese.text());

    assertThat(traditional, is(not(chinese.text())));
    assertThat(hash(traditional), is(hash(chinese.text())));
  }

  @Test
  void hashesTheKeyThatFoldingMakes() throws Exception {
    String text = "Ｗinnow 讀「書」。 naïve  co-op\u200b x\n1.5 é ~|`";
    byte[] key = Folding.key(text).getBytes(StandardCharsets.UTF_8);

    assertThat(
        hash(text), is(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key))));
  }

  private static String hash(String text) {
    return article("a", text).today().getContentSha256();
  }
}
