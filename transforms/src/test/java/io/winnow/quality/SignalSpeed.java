package io.winnow.quality;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how many characters of texts are measured in a second of CPU time, on one thread: {@code
 * SignalSpeed FILE...}. Texts are cut to pieces of 4,000 characters, the length of an article.
 */
final class SignalSpeed {
  private static final int PIECE = 4_000;
  private static final int ROUNDS = 8;

  private SignalSpeed() {}

  public static void main(String[] files) throws IOException {
    List<String> texts = new ArrayList<>();
    long chars = 0;
    for (String file : files) {
      String text = Files.readString(Path.of(file));
      for (int at = 0; at < text.length(); at += PIECE) {
        texts.add(text.substring(at, Math.min(text.length(), at + PIECE)));
      }
      chars += text.length();
    }
    Quality quality = new Quality(QualityRules.defaults());
    Subject subject = new Subject("en", "other", false);
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpu();
      int stopped = 0;
      for (String text : texts) {
        Signals signals = quality.measure(text, "A title", 0, null);
        stopped += quality.judge(signals, subject).isPresent() ? 1 : 0;
      }
      double seconds = (cpu() - start) / 1e9;
      System.out.printf(
          "%d chars, %.1f million chars/s, %d of %d stopped%n",
          chars, chars / seconds / 1e6, stopped, texts.size());
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
