package io.winnow.story;

import io.winnow.schema.StoryMark;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells in the memory of one process the stories that {@link FindStories} tells on many workers,
 * with the same plain classes: the measure of what distribution costs. For a first run, of which
 * there is no history.
 *
 * <p>Works in as many threads as the pool that it is called in has.
 */
public final class StoriesInMemory {
  private StoriesInMemory() {}

  /**
   * A mark for each article that has a story.
   *
   * @param duplicates ids of articles that are not published
   * @param buckets parts that articles are compared in
   * @param expected about how many articles there are, as {@link FindStories} was told
   */
  public static List<StoryMark> marks(
      List<StoryMark> signed, Set<String> duplicates, int buckets, long expected) {
    List<Candidate> articles =
        signed.parallelStream()
            .flatMap(
                mark ->
                    SignatureBytes.read(mark.getId(), mark.getSignature())
                        .map(Candidate::today)
                        .stream())
            .toList();
    TermCounts counts = TermCounts.ofSize(TermCounts.sizeFor(expected));
    articles.forEach(article -> counts.add(article.signature()));
    List<Posted> posted =
        articles.parallelStream().map(article -> Posted.of(article, counts)).toList();
    List<StoryLink> links =
        IntStream.range(0, buckets)
            .parallel()
            .boxed()
            .flatMap(bucket -> links(posted, bucket, buckets))
            .toList();
    return Stories.of(links, duplicates, List.of()).stream().map(StoriesInMemory::mark).toList();
  }

  private static Stream<StoryLink> links(List<Posted> posted, int number, int buckets) {
    Bucket bucket = new Bucket();
    for (Posted article : posted) {
      for (int place : article.places()) {
        if (Math.floorMod(place, buckets) == number) {
          bucket.add(place, article);
        }
      }
    }
    Stream.Builder<StoryLink> links = Stream.builder();
    bucket.link(links::add);
    return links.build();
  }

  private static StoryMark mark(Stories.Membership article) {
    return StoryMark.newBuilder()
        .setId(article.id())
        .setStoryId(article.story())
        .setStoryLabel(article.label())
        .setStoryEarlier(article.earlier())
        .build();
  }
}
