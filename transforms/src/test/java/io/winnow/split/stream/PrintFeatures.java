package io.winnow.split.stream;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints the features of every gap of streams: file, line, and name=value pairs. */
final class PrintFeatures {
  private PrintFeatures() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String arg : args) {
      List<String> all = Files.readString(Path.of(arg)).lines().toList();
      Stream stream = new Stream(n -> all.get(n - 1), 1, all.size() + 1);
      Features features = new Features(stream, LineCues.defaults());
      for (int i = 1; i < stream.size(); i++) {
        StringBuilder row = new StringBuilder();
        row.append(Path.of(arg).getFileName()).append('\t').append(stream.number(i));
        features.at(
            i,
            (name, value) -> {
              if (value != 0) {
                row.append('\t').append(name).append('=').append(Math.rint(value * 1e4) / 1e4);
              }
            });
        row.append("\t@")
            .append(
                String.join(
                    " @",
                    Templates.keys(stream.line(i)).stream()
                        .map(k -> k.replaceAll("\\s", "_"))
                        .toList()));
        out.println(row);
      }
    }
    out.flush();
  }
}
