package io.winnow.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.ParquetReadOptions;

/**
 * Looks for strings, a line each of standard input, in every file below a folder: in its bytes, which has the footers and
 * statistics of Parquet files; in their pages and dictionaries, uncompressed; in their rows; in images inside of HTML.
 * Prints file and string for each that is found, and how much was looked at. Ends with 1 when one was found.
 */
public final class Leaks {
  private static final Pattern IMAGE = Pattern.compile("base64,([A-Za-z0-9+/=]+)");
  private static long files;
  private static long bytes;
  private static long found;

  public static void main(String[] args) throws IOException {
    List<String> needles =
        new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
      walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().forEach(all::add);
    }
    for (Path file : all) {
      files++;
      byte[] content = Files.readAllBytes(file);
      look(file, "bytes", content, needles);
      if (file.toString().endsWith(".parquet")) {
        pages(file, needles);
        rows(file, needles);
      } else {
        Matcher image = IMAGE.matcher(new String(content, StandardCharsets.UTF_8));
        while (image.find()) {
          look(file, "image", Base64.getDecoder().decode(image.group(1)), needles);
        }
      }
    }
    System.out.printf("looked for %d strings in %d files, %d bytes unpacked: found %d times%n", needles.size(), files, bytes, found);
    System.exit(found > 0 ? 1 : 0);
  }

  private static void pages(Path file, List<String> needles) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs(ParquetSpec.DEFAULT_ZSTD_LEVEL))
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
        for (ColumnDescriptor column : reader.getFooter().getFileMetaData().getSchema().getColumns()) {
          PageReader pages = group.getPageReader(column);
          DictionaryPage dictionary = pages.readDictionaryPage();
          if (dictionary != null) {
            look(file, "dictionary", dictionary.getBytes().toByteArray(), needles);
          }
          for (var page = pages.readPage(); page != null; page = pages.readPage()) {
            byte[] data =
                page instanceof DataPageV1 one ? one.getBytes().toByteArray() : ((DataPageV2) page).getData().toByteArray();
            look(file, "page", data, needles);
          }
        }
      }
    }
  }

  private static void rows(Path file, List<String> needles) throws IOException {
    try (ParquetReader<GenericRecord> rows =
        AvroParquetReader.<GenericRecord>builder(new LocalInputFile(file), new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs(ParquetSpec.DEFAULT_ZSTD_LEVEL))
            .build()) {
      for (GenericRecord row = rows.read(); row != null; row = rows.read()) {
        look(file, "row", strings(row, new StringBuilder()).toString().getBytes(StandardCharsets.UTF_8), needles);
      }
    }
  }

  private static StringBuilder strings(Object value, StringBuilder all) {
    if (value instanceof GenericRecord record) {
      record.getSchema().getFields().forEach(field -> strings(record.get(field.pos()), all));
    } else if (value instanceof Iterable<?> list) {
      list.forEach(each -> strings(each, all));
    } else if (value instanceof CharSequence) {
      all.append(value).append('\n');
    }
    return all;
  }

  private static void look(Path file, String where, byte[] content, List<String> needles) {
    bytes += content.length;
    String text = new String(content, StandardCharsets.ISO_8859_1);
    for (String needle : needles) {
      if (text.contains(new String(needle.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
        found++;
        System.out.println(file + " (" + where + "): " + needle);
      }
    }
  }
}
