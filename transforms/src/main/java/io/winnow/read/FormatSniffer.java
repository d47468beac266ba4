package io.winnow.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells the format of decoded text by its content. A name only hints: a dump named {@code .txt} may
 * be Markdown, and one named {@code .jsonl} stays JSON Lines when its only record is malformed.
 */
final class FormatSniffer {
  /** Lines looked at: more would not change what most of them are. */
  private static final int SAMPLE_LINES = 2000;

  private static final int SAMPLE_CHARS = 1 << 17;

  private static final Pattern JSONL_NAME =
      Pattern.compile("\\.(jsonl|ndjson|jsonlines)(\\.(gz|bz2|zst|xz))?$");

  private static final Pattern JSON_NAME = Pattern.compile("\\.json(\\.(gz|bz2|zst|xz))?$");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private FormatSniffer() {}

  /**
   * The format of {@code text}.
   *
   * @param name of the file or archive member
   */
  static SourceFormat sniff(String text, String name) {
    String head = text.length() <= SAMPLE_CHARS ? text : wholeLines(text);
    String hint = name.toLowerCase(Locale.ROOT);
    boolean named = JSONL_NAME.matcher(hint).find();
    if (!named
        && JsonShape.isJson(
            head, head.length() < text.length() || JSON_NAME.matcher(hint).find())) {
      return SourceFormat.JSON;
    }
    if (isJsonLines(head, named)) {
      return SourceFormat.JSONL;
    }
    SourceFormat xml = XmlShape.formatOf(head);
    if (xml != null) {
      return xml;
    }
    if (HtmlShape.isPage(head, text)) {
      return SourceFormat.HTML;
    }
    return MarkdownShape.isMarkdown(head, hint) ? SourceFormat.MARKDOWN : SourceFormat.TEXT;
  }

  /** The first characters up to a line end; all of a line that goes on beyond them. */
  private static String wholeLines(String text) {
    int end = text.lastIndexOf('\n', SAMPLE_CHARS);
    if (end < 0 || text.substring(0, end).isBlank()) {
      end = text.indexOf('\n', SAMPLE_CHARS);
    }
    return end < 0 ? text : text.substring(0, end);
  }

  /** Whether most lines are JSON objects; where the name says so, whether one tries to be. */
  private static boolean isJsonLines(String text, boolean named) {
    int records = 0;
    int lines = 0;
    boolean anyBrace = false;
    for (String line : (Iterable<String>) text.lines().limit(SAMPLE_LINES)::iterator) {
      String record = line.strip();
      if (record.isEmpty() || record.equals("\uFEFF")) {
        continue;
      }
      lines++;
      if (record.charAt(0) == '{') {
        anyBrace = true;
        records += isObject(record) ? 1 : 0;
      }
      if (!anyBrace && !named && lines > SAMPLE_LINES / 100) {
        return false;
      }
    }
    return named ? anyBrace : records * 2 > lines;
  }

  private static boolean isObject(String record) {
    if (record.charAt(record.length() - 1) != '}') {
      return false;
    }
    try (JsonParser parser = JSON.createParser(record)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException malformed) {
      return false;
    }
  }
}
