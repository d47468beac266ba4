package io.winnow.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Prints how many of 200 garbled texts a kind come back exactly, how many more are left as they are
 * or become something else; and how many lines of texts that nobody garbled are touched. Arguments:
 * a file of texts, "tune", "test" or "all".
 */
final class GarbledTrial {
  private static final int SAMPLES = 200;

  /** Written in, read in, languages. */
  private static final List<List<String>> KINDS =
      List.of(
          List.of("UTF-8", "windows-1252", "de fr en"),
          List.of("UTF-8", "ISO-8859-1", "de fr en"),
          List.of("UTF-8", "ISO-8859-1", "zh zh-tw ja ko ru"),
          List.of("UTF-8", "windows-1250", "pl cs hu"),
          List.of("UTF-8", "windows-1251", "ru"),
          List.of("UTF-8", "GBK", "zh zh-tw ja"),
          List.of("UTF-8", "GB18030", "zh zh-tw"),
          List.of("UTF-8", "x-windows-950", "zh-tw zh"),
          List.of("UTF-8", "windows-31j", "ja"),
          List.of("GBK", "ISO-8859-1", "zh"),
          List.of("GBK", "windows-1252", "zh"),
          List.of("Big5", "ISO-8859-1", "zh-tw"),
          List.of("EUC-KR", "ISO-8859-1", "ko"),
          List.of("Shift_JIS", "ISO-8859-1", "ja"),
          List.of("windows-1251", "ISO-8859-1", "ru"),
          List.of("Big5", "GBK", "zh-tw"),
          List.of("GBK", "Big5", "zh"));

  private GarbledTrial() {}

  public static void main(String[] args) throws IOException {
    Map<String, List<TrialSample>> documents = TrialSample.documents(Path.of(args[0]));
    System.out.println(
        "| written | read | texts | exact | untouched | otherwise | not reversible by any program |");
    System.out.println("|---|---|--:|--:|--:|--:|--:|");
    for (List<String> kind : KINDS) {
      Charset written = Charset.forName(kind.get(0));
      Charset read = Charset.forName(kind.get(1));
      List<List<TrialSample>> languages =
          List.of(kind.get(2).split(" ")).stream()
              .map(language -> documents.getOrDefault(language, List.of()))
              .toList();
      for (boolean isLong : new boolean[] {true, false}) {
        int texts = 0;
        int exact = 0;
        int untouched = 0;
        int lost = 0;
        for (TrialSample sample : TrialSample.cut(languages, written, isLong, SAMPLES * 8, 7)) {
          if (texts == SAMPLES
              || (!args[1].equals("all") && sample.isTune() != args[1].equals("tune"))) {
            continue;
          }
          String garbled = new String(sample.text().getBytes(written), read);
          if (!new String(garbled.getBytes(read), written).equals(sample.text())
              && !isControlsOnly(garbled)) {
            lost++;
            continue;
          }
          texts++;
          String mended = mended(garbled);
          exact += mended.equals(sample.text()) ? 1 : 0;
          untouched += mended.equals(garbled) ? 1 : 0;
          if (args.length > 2 && !mended.equals(sample.text())) {
            System.out.println(
                kind + " " + sample.text().replace('\n', '/') + " | " + mended.replace('\n', '/'));
          }
        }
        System.out.printf(
            "| %s %s | %s | %d | %d | %d | %d | %d |%n",
            kind.get(0),
            isLong ? "long" : "short",
            kind.get(1),
            texts,
            exact,
            untouched,
            texts - exact - untouched,
            lost);
      }
    }
    int all = 0;
    int touched = 0;
    for (List<TrialSample> texts : documents.values()) {
      for (TrialSample text : texts) {
        all++;
        List<DoubleEncoding.Repair> repairs = DoubleEncoding.find(text.text(), false);
        touched += repairs.isEmpty() ? 0 : 1;
        repairs.forEach(
            repair ->
                System.out.println(
                    text.document()
                        + ": "
                        + text.text().substring(repair.from(), repair.to())
                        + " -> "
                        + repair.text()));
      }
    }
    System.out.println(touched + " of " + all + " texts that nobody garbled were touched");
  }

  private static boolean isControlsOnly(String garbled) {
    return garbled.indexOf('\uFFFD') < 0;
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder();
    int done = 0;
    for (DoubleEncoding.Repair repair : DoubleEncoding.find(text, false)) {
      mended.append(text, done, repair.from()).append(repair.text());
      done = repair.to();
    }
    return mended.append(text.substring(done)).toString();
  }
}
