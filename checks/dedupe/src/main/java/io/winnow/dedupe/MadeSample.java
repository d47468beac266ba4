package io.winnow.dedupe;

import io.winnow.text.Folding;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Prints what made documents are like: sizes, and Jaccard of unrelated ones, exactly. */
public final class MadeSample {
  private MadeSample() {}

  /** Arguments: folder with bulk-*, number of documents, seed. */
  public static void main(String[] args) {
    SentencePool pool = SentencePool.of(Path.of(args[0]));
    System.out.println("sentences zh " + pool.sentences(true).size());
    System.out.println("sentences en " + pool.sentences(false).size());
    long count = Long.parseLong(args[1]);
    MadeDocuments documents = new MadeDocuments(pool, Long.parseLong(args[2]), count);
    Random random = new Random(1);
    MadeDocument[] sample = new MadeDocument[2000];
    int size = 0;
    while (size < sample.length) {
      MadeDocument next = documents.document(Math.floorMod(random.nextLong(), count));
      if (next.edit() == MadeDocument.Edit.BASE) {
        sample[size++] = next;
      }
    }
    int[] bytes = Arrays.stream(sample).mapToInt(MadeDocument::bytes).sorted().toArray();
    System.out.println(
        "bytes median "
            + bytes[bytes.length / 2]
            + " mean "
            + Arrays.stream(bytes).average().orElse(0));
    for (boolean chinese : new boolean[] {true, false}) {
      long[][] shingles =
          Arrays.stream(sample)
              .filter(made -> made.chinese() == chinese)
              .map(made -> Shingles.of(Folding.words(made.text())))
              .toArray(long[][]::new);
      double[] all = new double[shingles.length / 2 * 50];
      for (int i = 0; i < all.length; i++) {
        int a = random.nextInt(shingles.length);
        int b = (a + 1 + random.nextInt(shingles.length - 1)) % shingles.length;
        all[i] = jaccard(shingles[a], shingles[b]);
      }
      Arrays.sort(all);
      System.out.printf(
          "Jaccard of unrelated %s: mean %.4f, median %.4f, 99 %% %.4f, largest of %d %.4f%n",
          chinese ? "zh" : "en",
          Arrays.stream(all).average().orElse(0),
          all[all.length / 2],
          all[all.length * 99 / 100],
          all.length,
          all[all.length - 1]);
    }
  }

  private static double jaccard(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Long.compare(a[i], b[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) shared / (a.length + b.length - shared);
  }
}
