package io.winnow.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * The least that reading a dump can cost: its bytes, decompressed and decoded, and nothing else.
 */
public final class BareRead {
  private BareRead() {}

  /** Characters, or for Parquet bytes of pages, that the dump at {@code path} holds. */
  public static long of(java.nio.file.Path path, byte[] bytes) throws IOException {
    Packing packing = head(bytes);
    if (new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("PAR1")) {
      return pages(path);
    }
    InputStream in = new ByteArrayInputStream(bytes);
    if (packing == Packing.ZIP) {
      return members(new ZipArchiveInputStream(in));
    }
    if (packing == Packing.TAR) {
      return members(new TarArchiveInputStream(in));
    }
    InputStream plain = packing.decompress(in);
    byte[] start = plain.readNBytes(Packing.HEAD_BYTES);
    InputStream all = new java.io.SequenceInputStream(new ByteArrayInputStream(start), plain);
    return head(start) == Packing.TAR ? members(new TarArchiveInputStream(all)) : decoded(all);
  }

  /** Decompressed bytes. */
  public static long size(java.nio.file.Path path, byte[] bytes) throws IOException {
    Packing packing = head(bytes);
    if (packing == Packing.NONE || packing.isArchive()) {
      return new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("PAR1")
              || packing.isArchive()
          ? of(path, bytes)
          : bytes.length;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    packing.decompress(new ByteArrayInputStream(bytes)).transferTo(all);
    return all.size();
  }

  private static Packing head(byte[] bytes) {
    return Packing.of(Arrays.copyOf(bytes, Math.min(bytes.length, Packing.HEAD_BYTES)));
  }

  private static long decoded(InputStream in) throws IOException {
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    char[] chars = new char[1 << 16];
    long count = 0;
    for (int n = reader.read(chars); n >= 0; n = reader.read(chars)) {
      count += n;
    }
    return count;
  }

  private static long members(ArchiveInputStream<?> archive) throws IOException {
    long count = 0;
    while (archive.getNextEntry() != null) {
      count += decoded(archive);
    }
    return count;
  }

  private static long pages(java.nio.file.Path path) throws IOException {
    long count = 0;
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(path), options)) {
      for (PageReadStore group = file.readNextRowGroup();
          group != null;
          group = file.readNextRowGroup()) {
        for (ColumnDescriptor column :
            file.getFooter().getFileMetaData().getSchema().getColumns()) {
          PageReader pages = group.getPageReader(column);
          pages.readDictionaryPage();
          for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
            count += page.getUncompressedSize();
          }
        }
      }
    }
    return count;
  }
}
