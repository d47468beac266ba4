package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures what fits the heap of this process: how many linked texts until they are refused, and
 * the CPU seconds to decide about one component of many texts. Prints Markdown.
 */
public final class DedupeMemory {
  private static final int ROUND = 5_000_000;

  private DedupeMemory() {}

  public static void main(String[] args) {
    System.out.printf(Locale.ROOT, "Heap of %,d MB:%n%n", Runtime.getRuntime().maxMemory() >> 20);
    System.out.println("| linked texts | links | shape | CPU s | |\n|--:|--:|---|--:|---|");
    components("one chain, in order", false);
    components("pairs at random", true);
    System.out.println("\n| articles of one component | kept | CPU s | |\n|--:|--:|--:|---|");
    decide("a chain, each with a tenth changed", chain(5_000));
    decide("near-copies, J = 0.9", family(300_000, 0.947));
    decide("near-copies, J = 0.9", family(500_000, 0.947));
    decide("one template, J = 0.33", family(10_000, 0.5));
    decide("one template, J = 0.33", family(20_000, 0.5));
  }

  private static void components(String shape, boolean random) {
    Components components = new Components();
    Random numbers = new Random(1);
    long start = now();
    long links = 0;
    String end = "";
    try {
      for (; links < 8L * ROUND; links++) {
        if (random) {
          components.join(numbers.nextLong(), numbers.nextInt(ROUND));
        } else {
          components.join(links, links + 1);
        }
      }
    } catch (IllegalStateException e) {
      end = "then refused: " + e.getMessage();
    }
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %s | %.1f | %s |%n",
        components.size(),
        links,
        shape,
        seconds(start),
        end);
  }

  private static void decide(String shape, Iterable<int[]> sketches) {
    List<Fingerprint> articles = new ArrayList<>();
    int[] kept = new int[1];
    String end = shape;
    long start = now();
    try {
      HeapRoom room = Clusters.room();
      for (int[] sketch : sketches) {
        articles.add(fingerprint(articles.size(), sketch));
        Clusters.take(articles.get(articles.size() - 1), room); // as DecideFn does
      }
      start = now();
      new Clusters(DedupeSpec.defaults(), MadeDrafts.RUN.sequence())
          .decide(
              articles,
              java.util.Map.of(),
              verdict -> kept[0] += verdict.getDuplicateOf() == null ? 1 : 0,
              (text, answer) -> {});
    } catch (IllegalStateException e) {
      end += ", refused: " + e.getMessage();
    }
    System.out.printf(
        Locale.ROOT, "| %,d | %,d | %.1f | %s |%n", articles.size(), kept[0], seconds(start), end);
  }

  /** CPU time of this thread, so that what else runs here counts little. */
  private static long now() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double seconds(long start) {
    return (now() - start) / 1e9;
  }

  private static Fingerprint fingerprint(int number, int[] sketch) {
    ByteBuffer bytes = ByteBuffer.allocate(3 * sketch.length);
    for (int component : sketch) {
      bytes.put((byte) (component >> 16)).put((byte) (component >> 8)).put((byte) component);
    }
    return Fingerprint.newBuilder()
        .setRunId(MadeDrafts.RUN.id())
        .setId(Long.toHexString(Mix64.of(1, number)) + "-" + number)
        .setRunSequence(MadeDrafts.RUN.sequence())
        .setVersion(Fingerprints.VERSION)
        .setSourceUri("made/" + number / 1000 + ".jsonl")
        .setSourceOrdinal(number % 1000)
        .setTitle("Title of the article with the number " + number)
        .setChars(2_000)
        .setMetadata(1)
        .setContentSha256(String.format("%016x%048d", Mix64.of(2, number), number))
        .setShingles(600)
        .setSketch(bytes.flip())
        .build();
  }

  /** Sketches of texts of which a share is the text of a template. */
  private static Iterable<int[]> family(int count, double share) {
    Random random = new Random(1);
    int[] template = random.ints(Sketch.COMPONENTS, 0, 1 << 24).toArray();
    // How small the template's least hash is decides how many texts have it.
    double[] chance =
        random.doubles(Sketch.COMPONENTS).map(u -> Math.pow(u, (1 - share) / share)).toArray();
    return () ->
        java.util.stream.IntStream.range(0, count)
            .mapToObj(
                number -> {
                  int[] sketch = random.ints(Sketch.COMPONENTS, 0, 1 << 24).toArray();
                  for (int i = 0; i < sketch.length; i++) {
                    sketch[i] = random.nextDouble() < chance[i] ? template[i] : sketch[i];
                  }
                  return sketch;
                })
            .iterator();
  }

  private static Iterable<int[]> chain(int count) {
    Random random = new Random(1);
    int[] link = random.ints(Sketch.COMPONENTS, 0, 1 << 24).toArray();
    return () ->
        java.util.stream.IntStream.range(0, count)
            .mapToObj(
                number -> {
                  for (int i = 0; i < link.length / 10; i++) {
                    link[random.nextInt(link.length)] = random.nextInt(1 << 24);
                  }
                  return link.clone();
                })
            .iterator();
  }
}
