package io.winnow.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Prints MB/s of the charset step, and of a bare decoding of the same bytes in the same charset, by
 * turns in one run; the median of nine. Arguments: a file of texts, "all".
 */
final class CharsetSpeed {
  private static final int CHARS = 4 << 20;
  private static final int TURNS = 9;

  private CharsetSpeed() {}

  public static void main(String[] args) throws IOException {
    Map<String, List<TrialSample>> documents = TrialSample.documents(Path.of(args[0]));
    System.out.println("| text | charset | MB/s | bare decoding MB/s | ratio of times |");
    System.out.println("|---|---|--:|--:|--:|");
    row("en", "US-ASCII", documents);
    for (String charset : List.of("UTF-8", "GB18030", "UTF-16LE")) {
      row("zh", charset, documents);
    }
    row("de", "UTF-8", documents);
    row("de", "windows-1252", documents);
    row("ja", "Shift_JIS", documents);
    row("ru", "KOI8-R", documents);
  }

  private static void row(
      String language, String charset, Map<String, List<TrialSample>> documents) {
    byte[] bytes = bytes(documents.get(language), Charset.forName(charset));
    double[] own = new double[TURNS];
    double[] bare = new double[TURNS];
    long sink = 0;
    for (int i = -3; i < TURNS; i++) {
      long start = System.nanoTime();
      sink += Decoded.of(bytes, bytes.length).text().length();
      long middle = System.nanoTime();
      sink += new String(bytes, Charset.forName(charset)).length();
      long end = System.nanoTime();
      if (i >= 0) {
        own[i] = middle - start;
        bare[i] = end - middle;
      }
    }
    java.util.Arrays.sort(own);
    java.util.Arrays.sort(bare);
    double mb = bytes.length / 1e6;
    System.out.printf(
        "| %s | %s | %.0f | %.0f | %.2f |%s%n",
        language,
        charset,
        mb / own[TURNS / 2] * 1e9,
        mb / bare[TURNS / 2] * 1e9,
        own[TURNS / 2] / bare[TURNS / 2],
        sink == 0 ? " " : "");
  }

  private static byte[] bytes(List<TrialSample> texts, Charset charset) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; all.length() < CHARS; i++) {
      all.append(texts.get(i % texts.size()).text()).append('\n');
    }
    return all.toString().getBytes(charset);
  }
}
