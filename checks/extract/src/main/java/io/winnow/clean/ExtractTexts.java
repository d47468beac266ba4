package io.winnow.clean;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.winnow.schema.Piece;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Prints what an extractor makes of every page of a folder, one line of JSON a page: its name
 * without {@code .html} as {@code id}, and {@code text}.
 *
 * <p>Arguments: the extractor, the folder.
 */
public final class ExtractTexts {
  private ExtractTexts() {}

  public static void main(String[] args) throws IOException {
    Extractors extractor = Extractors.valueOf(args[0]);
    ObjectMapper json = new ObjectMapper();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (Map.Entry<String, List<Piece>> file :
        SplitFiles.of(Path.of(args[1]), ".html").entrySet()) {
      String name = file.getKey();
      String text = String.join("\n\n", file.getValue().stream().map(extractor::text).toList());
      String id = name.substring(0, name.length() - ".html".length());
      out.println(json.writeValueAsString(Map.of("id", id, "text", text)));
    }
    out.flush();
  }
}
