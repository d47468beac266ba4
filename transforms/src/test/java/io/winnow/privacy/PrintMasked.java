package io.winnow.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Prints what would be masked in files, folders and archives, a line each: kind, file, what stands
 * before, the data, what stands behind. For a person to judge.
 */
final class PrintMasked {
  private static final int AROUND = 50;
  private static final PrintStream OUT = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  private PrintMasked() {}

  public static void main(String[] paths) throws IOException {
    for (String path : paths) {
      try (Stream<Path> files = Files.walk(Path.of(path))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          read(file);
        }
      }
    }
    OUT.flush();
  }

  private static void read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (InputStream in = Files.newInputStream(file)) {
      if (name.endsWith(".zip")) {
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          print(name + "!/" + entry.getName(), zip.readAllBytes());
        }
      } else if (name.endsWith(".gz")) {
        print(name, new GZIPInputStream(in).readAllBytes());
      } else {
        print(name, in.readAllBytes());
      }
    }
  }

  private static void print(String name, byte[] bytes) {
    FoldedText text = FoldedText.of(new String(bytes, StandardCharsets.UTF_8));
    List<Hit> hits = PersonalDataMasker.of(EnumSet.allOf(PersonalDataKind.class)).find(text);
    for (Hit hit : hits) {
      OUT.println(
          String.join(
              "\t",
              hit.kind().column(),
              name,
              oneLine(text.substring(hit.from() - AROUND, hit.from())),
              oneLine(text.substring(hit.from(), hit.to())),
              oneLine(text.substring(hit.to(), hit.to() + AROUND))));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
