package io.winnow.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A text that a charset can write.
 *
 * @param document id of the text that it was cut from
 * @param isTune whether it may be looked at while the detector is mended
 */
record TrialSample(String document, String text, boolean isTune) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONG_BYTES = 2000;
  private static final int MIN_BYTES = 40;
  private static final int MAX_BYTES = 200;
  private static final int MIN_BEYOND_ASCII = 8;

  /** Texts by language, from lines {@code {"lang", "id", "text"}}. */
  static Map<String, List<TrialSample>> documents(Path file) throws IOException {
    Map<String, List<TrialSample>> documents = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JSON.readTree(line);
      String id = row.get("id").textValue();
      boolean tune = (id.hashCode() >>> 4 & 1) == 0;
      documents
          .computeIfAbsent(row.get("lang").textValue(), lang -> new ArrayList<>())
          .add(new TrialSample(id, row.get("text").textValue(), tune));
    }
    return documents;
  }

  /**
   * Samples of one charset, taken in turn from documents of each language.
   *
   * @param isLong 2,000 bytes and more, or else 40 to 200 bytes with 8 characters beyond ASCII
   */
  static List<TrialSample> cut(
      List<List<TrialSample>> languages, Charset charset, boolean isLong, int count, long seed) {
    Random random = new Random(seed);
    List<List<TrialSample>> windows = new ArrayList<>();
    for (List<TrialSample> documents : languages) {
      List<TrialSample> cut = new ArrayList<>();
      for (TrialSample document : documents) {
        cut.addAll(windows(document, charset, isLong, random));
      }
      java.util.Collections.shuffle(cut, random);
      windows.add(cut);
    }
    List<TrialSample> samples = new ArrayList<>();
    for (int i = 0; samples.size() < count; i++) {
      int before = samples.size();
      for (List<TrialSample> cut : windows) {
        if (i < cut.size() && samples.size() < count) {
          samples.add(cut.get(i));
        }
      }
      if (samples.size() == before) {
        break;
      }
    }
    return samples;
  }

  private static List<TrialSample> windows(
      TrialSample document, Charset charset, boolean isLong, Random random) {
    String text = writable(document.text, charset);
    List<TrialSample> windows = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int wanted = isLong ? LONG_BYTES + random.nextInt(1000) : MIN_BYTES + random.nextInt(161);
      int end = at;
      int bytes = 0;
      while (end < text.length() && bytes < wanted) {
        int next = text.offsetByCodePoints(end, 1);
        bytes += text.substring(end, next).getBytes(charset).length;
        if (!isLong && bytes > MAX_BYTES) {
          break;
        }
        end = next;
      }
      String window = text.substring(at, end).strip();
      int length = window.getBytes(charset).length;
      long beyond = window.codePoints().filter(c -> c >= 0x80).count();
      if (beyond >= MIN_BEYOND_ASCII && length >= (isLong ? LONG_BYTES : MIN_BYTES)) {
        windows.add(new TrialSample(document.document, window, document.isTune));
      }
      at = Math.max(end, at + 1);
      if (!isLong) {
        at += random.nextInt(200);
      }
      if (at < text.length() && Character.isLowSurrogate(text.charAt(at))) {
        at++;
      }
    }
    return windows;
  }

  /** The text without what the charset cannot write and read again. */
  private static String writable(String text, Charset charset) {
    StringBuilder writable = new StringBuilder();
    Map<Integer, Boolean> known = new LinkedHashMap<>();
    text.codePoints()
        .filter(
            c ->
                known.computeIfAbsent(
                    c,
                    key -> {
                      String one = Character.toString(key);
                      return charset.newEncoder().canEncode(one)
                          && new String(one.getBytes(charset), charset).equals(one);
                    }))
        .forEach(writable::appendCodePoint);
    return writable.toString();
  }
}
