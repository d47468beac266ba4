package io.winnow.write;

import java.io.Serializable;

/**
 * How Parquet files are laid out.
 *
 * @param rowGroupBytes size at which a row group is closed, in bytes as encoded; a writer holds one
 *     row group in memory
 * @param zstdLevel effort of the compression, 1 to 22
 * @param winnowVersion version of Winnow that the footer names
 * @param pageRows most rows of a page, the least that is read where few rows are looked for
 */
public record ParquetSpec(long rowGroupBytes, int zstdLevel, String winnowVersion, int pageRows)
    implements Serializable {
  public static final long DEFAULT_ROW_GROUP_BYTES = 24L << 20;
  public static final int DEFAULT_ZSTD_LEVEL = 3;
  public static final int DEFAULT_PAGE_ROWS = 20_000;

  public ParquetSpec {
    if (rowGroupBytes < 1) {
      throw new IllegalArgumentException("rowGroupBytes must be at least 1, was: " + rowGroupBytes);
    }
    if (zstdLevel < 1 || zstdLevel > 22) {
      throw new IllegalArgumentException("zstdLevel must be 1 to 22, was: " + zstdLevel);
    }
    if (pageRows < 1) {
      throw new IllegalArgumentException("pageRows must be at least 1, was: " + pageRows);
    }
  }

  /** The default layout. */
  public static ParquetSpec of(String winnowVersion) {
    return new ParquetSpec(
        DEFAULT_ROW_GROUP_BYTES, DEFAULT_ZSTD_LEVEL, winnowVersion, DEFAULT_PAGE_ROWS);
  }

  /** The same with other pages. */
  public ParquetSpec withPageRows(int rows) {
    return new ParquetSpec(rowGroupBytes, zstdLevel, winnowVersion, rows);
  }
}
