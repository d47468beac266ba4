package io.winnow.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how many of 200 texts a charset each detector decodes right, which means: to the text that
 * was written. Arguments: a file of texts, "tune", "test" or "all", detectors to try (all without
 * any), and {@code -v} to see what Winnow gets wrong.
 */
final class CharsetTrial {
  private static final int SAMPLES = 200;

  private static final Map<String, String> LANGUAGES = languages();

  /** What pages say that is not so, by turns. */
  private static final List<String> WRONG =
      List.of(
          "utf-8",
          "iso-8859-1",
          "gb2312",
          "big5",
          "shift_jis",
          "windows-1251",
          "euc-kr",
          "iso-8859-2");

  private final List<TrialDetector> detectors;
  private final String half;
  private final boolean isVerbose;
  private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();

  private CharsetTrial(List<TrialDetector> detectors, String half, boolean isVerbose) {
    this.detectors = detectors;
    this.half = half;
    this.isVerbose = isVerbose;
  }

  public static void main(String[] args) throws IOException {
    List<String> names = new ArrayList<>(List.of(args).subList(2, args.length));
    boolean isVerbose = names.remove("-v");
    List<TrialDetector> detectors =
        TrialDetector.all().stream()
            .filter(detector -> names.isEmpty() || names.contains(detector.name()))
            .toList();
    new CharsetTrial(detectors, args[1], isVerbose).run(TrialSample.documents(Path.of(args[0])));
  }

  private void run(Map<String, List<TrialSample>> documents) {
    Map<String, Map<String, int[]>> all = new LinkedHashMap<>();
    for (Map.Entry<String, String> charset : LANGUAGES.entrySet()) {
      List<List<TrialSample>> languages = new ArrayList<>();
      for (String language : charset.getValue().split(" ")) {
        languages.add(documents.getOrDefault(language, List.of()));
      }
      for (boolean isLong : new boolean[] {true, false}) {
        List<TrialSample> samples =
            TrialSample.cut(languages, Charset.forName(charset.getKey()), isLong, SAMPLES * 2, 7)
                .stream()
                .filter(s -> half.equals("all") || s.isTune() == half.equals("tune"))
                .limit(SAMPLES)
                .toList();
        row(charset.getKey(), isLong, samples, all);
      }
    }
    for (Map.Entry<String, Map<String, int[]>> group : all.entrySet()) {
      System.out.printf("%n%s, right in %%%n| charset |", group.getKey());
      detectors.forEach(detector -> System.out.printf(" %s |", detector.name()));
      System.out.printf("%n|---|%s%n", "--:|".repeat(detectors.size()));
      int[] sum = new int[detectors.size() + 1];
      group.getValue().forEach((charset, right) -> print(charset, right, sum));
      print("all", sum, new int[sum.length]);
    }
    System.out.printf("%nshort without declaration: what Winnow took it for%n");
    confusion.forEach((charset, taken) -> System.out.println(charset + " " + taken));
  }

  private static void print(String charset, int[] right, int[] sum) {
    int samples = right[right.length - 1];
    StringBuilder row = new StringBuilder("| " + charset + " (" + samples + ") |");
    for (int i = 0; i < right.length; i++) {
      sum[i] += right[i];
      if (i + 1 < right.length) {
        row.append(String.format(Locale.ROOT, " %.1f |", 100.0 * right[i] / Math.max(1, samples)));
      }
    }
    System.out.println(row);
  }

  private void row(
      String charset,
      boolean isLong,
      List<TrialSample> samples,
      Map<String, Map<String, int[]>> all) {
    for (String declaration :
        List.of(
            "no declaration, text",
            "no declaration, page",
            "meta right",
            "XML declaration right",
            "meta wrong")) {
      int[] right = new int[detectors.size() + 1];
      for (int i = 0; i < samples.size(); i++) {
        String text = page(samples.get(i).text(), declaration, charset, i);
        byte[] bytes = text.getBytes(Charset.forName(charset));
        for (int d = 0; d < detectors.size(); d++) {
          String decoded = detectors.get(d).decoder().decode(bytes);
          boolean isRight = decoded.equals(text);
          right[d] += isRight ? 1 : 0;
          if (detectors.get(d).name().equals("winnow")) {
            note(charset, isLong, declaration, text, bytes, isRight);
          }
        }
      }
      right[detectors.size()] = samples.size();
      all.computeIfAbsent((isLong ? "long, " : "short, ") + declaration, k -> new LinkedHashMap<>())
          .put(charset, right);
    }
  }

  private void note(
      String charset,
      boolean isLong,
      String declaration,
      String text,
      byte[] bytes,
      boolean isRight) {
    CharsetGuess guess = Decoded.of(bytes, bytes.length).charset();
    String name = guess.encoding().name();
    if (!isLong && declaration.equals("no declaration, text")) {
      confusion
          .computeIfAbsent(charset, key -> new TreeMap<>())
          .merge(isRight ? "right" : name, 1, Integer::sum);
    }
    if (isVerbose && !isRight) {
      String decoded = guess.encoding().decode(bytes, guess.markBytes(), bytes.length);
      System.out.printf(
          "%s %s %s as %s %.2f: %s | %s%n",
          charset,
          isLong ? "long" : "short",
          declaration,
          name,
          guess.confidence(),
          head(text),
          head(decoded));
    }
  }

  private static String head(String text) {
    String flat = text.replaceAll("<[^>]*>", "").replace('\n', ' ');
    return flat.substring(0, Math.min(flat.length(), 200));
  }

  private static String page(String text, String declaration, String charset, int i) {
    String declared = charset;
    if (declaration.equals("meta wrong")) {
      declared = WRONG.get(i % WRONG.size());
      if (Encoding.named(declared).equals(Encoding.named(charset))) {
        declared = WRONG.get((i + 1) % WRONG.size());
      }
    }
    return switch (declaration) {
      case "no declaration, text" -> text;
      case "XML declaration right" ->
          "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n<doc><p>" + text + "</p></doc>\n";
      case "no declaration, page" ->
          "<!DOCTYPE html>\n<html><head><title>Page</title><script>var a = 'b';</script></head>\n<body><p>"
              + text
              + "</p></body></html>\n";
      default ->
          "<!DOCTYPE html>\n<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset="
              + declared
              + "\">\n<title>Page</title></head>\n<body><p>"
              + text
              + "</p></body></html>\n";
    };
  }

  private static Map<String, String> languages() {
    Map<String, String> languages = new LinkedHashMap<>();
    languages.put("UTF-8", "zh zh-tw ja ko ru de fr pl en");
    languages.put("GB18030", "zh");
    languages.put("GBK", "zh");
    languages.put("Big5", "zh-tw");
    languages.put("windows-31j", "ja");
    languages.put("EUC-JP", "ja");
    languages.put("EUC-KR", "ko");
    languages.put("windows-1252", "de fr en");
    languages.put("windows-1251", "ru");
    languages.put("windows-1250", "pl cs hu");
    languages.put("KOI8-R", "ru");
    languages.put("UTF-16LE", "zh zh-tw ja ko ru de fr pl en");
    languages.put("UTF-16BE", "zh zh-tw ja ko ru de fr pl en");
    languages.put("ISO-8859-1", "de fr en");
    languages.put("ISO-8859-2", "pl cs hu");
    languages.put("windows-1254", "tr");
    return languages;
  }
}
