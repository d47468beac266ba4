package io.winnow.story;

import static io.winnow.story.Told.TODAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.winnow.run.RunInfo;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

class FindStoriesTest {
  private static final StorySignature ZH =
      Told.article("aa", "news.example", "CrabClaw 的插件风险", "CrabClaw 爆红，插件有风险，CrabClaw 没有沙箱。");
  private static final StorySignature EN =
      Told.article("bb", "blog.example", "CrabClaw and its plugins", "CrabClaw 插件有风险，没有沙箱。");

  @Test
  void tellsOnlyArticlesOfTheRunTheirStories() {
    tell(List.of(EN, ZH), List.of(), List.of(), List.of("aa aa CrabClaw", "bb aa CrabClaw"));
  }

  @Test
  void joinsTheStoryOfAnEarlierRun() {
    tell(
        List.of(EN),
        List.of(earlier(ZH, "first", "Crab", SignatureBytes.of(ZH))),
        List.of(),
        List.of("bb first Crab"));
  }

  @Test
  void knowsNothingOfEarlierRunsThatRememberedNothing() {
    tell(List.of(EN), List.of(earlier(ZH, null, null, null)), List.of(), List.of());
  }

  @Test
  void givesADuplicateNoStory() {
    tell(List.of(EN, ZH), List.of(), List.of("bb"), List.of());
  }

  @Test
  void takesNothingAndGivesNothing() {
    tell(List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void codesEvidenceAndPostsExactly() throws Exception {
    TermCounts counts = TermCounts.ofSize(TermCounts.sizeFor(2));
    counts.add(ZH);
    counts.add(EN);
    Posted posted = Posted.of(Candidate.today(ZH), counts);
    StoryLink link =
        new StoryLink(
            Candidate.today(ZH).compared(),
            new Candidate(EN.compared(), true, "s", "Label"),
            0.7,
            "crabclaw");

    assertThat(bytesAgain(PostedCoder.INSTANCE, posted), is(true));
    assertThat(bytesAgain(EvidenceCoder.INSTANCE, Evidence.of(link)), is(true));
    assertThat(bytesAgain(EvidenceCoder.INSTANCE, Evidence.ofDuplicate("aa")), is(true));
    assertThat(bytesAgain(EvidenceCoder.INSTANCE, Evidence.ofEarlier("aa", "s", null)), is(true));
    CoderProperties.coderSerializable(PostedCoder.INSTANCE);
    CoderProperties.coderSerializable(EvidenceCoder.INSTANCE);
  }

  private static <T> boolean bytesAgain(Coder<T> coder, T value) throws Exception {
    byte[] once = org.apache.beam.sdk.util.CoderUtils.encodeToByteArray(coder, value);
    T read = org.apache.beam.sdk.util.CoderUtils.decodeFromByteArray(coder, once);
    return java.util.Arrays.equals(
        once, org.apache.beam.sdk.util.CoderUtils.encodeToByteArray(coder, read));
  }

  private static void tell(
      List<StorySignature> today,
      List<Fingerprint> history,
      List<String> duplicates,
      List<String> expected) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    List<StoryMark> signed = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (StorySignature article : today) {
      signed.add(
          StoryMark.newBuilder()
              .setId(article.id())
              .setSignature(SignatureBytes.of(article))
              .build());
      verdicts.add(
          Verdict.newBuilder()
              .setId(article.id())
              .setDuplicateOf(duplicates.contains(article.id()) ? "aa" : null)
              .setClusterId(article.id())
              .setClusterSize(1)
              .build());
    }
    PAssert.that(
            PCollectionTuple.of(
                    FindStories.SIGNED,
                    pipeline.apply(
                        "Signed", Create.of(signed).withCoder(AvroCoder.of(StoryMark.class))))
                .and(
                    FindStories.HISTORY,
                    pipeline.apply(
                        "History", Create.of(history).withCoder(AvroCoder.of(Fingerprint.class))))
                .and(
                    FindStories.VERDICTS,
                    pipeline.apply(
                        "Verdicts", Create.of(verdicts).withCoder(AvroCoder.of(Verdict.class))))
                .apply(FindStories.of(new RunInfo("r", TODAY, 2), 3, 10)))
        .satisfies(
            marks -> {
              List<String> told = new ArrayList<>();
              marks.forEach(
                  m -> told.add(m.getId() + " " + m.getStoryId() + " " + m.getStoryLabel()));
              Collections.sort(told);
              assertThat(told, expected.isEmpty() ? empty() : is(expected));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static Fingerprint earlier(
      StorySignature article, String story, String label, ByteBuffer signature) {
    return Fingerprint.newBuilder()
        .setRunId("before")
        .setId(article.id())
        .setRunSequence(1)
        .setVersion(2)
        .setSourceUri("a.txt")
        .setSourceOrdinal(0)
        .setTitle("t")
        .setChars(1)
        .setMetadata(1)
        .setContentSha256("00")
        .setShingles(1)
        .setSketch(ByteBuffer.allocate(0))
        .setStoryId(story)
        .setStoryLabel(label)
        .setStorySignature(signature)
        .build();
  }
}
