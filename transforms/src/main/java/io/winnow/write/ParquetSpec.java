package io.winnow.write;

import java.io.Serializable;

/**
 * How Parquet files are laid out.
 *
 * @param rowGroupBytes size at which a row group is closed, in bytes as encoded; a writer holds one
 *     row group in memory
 * @param zstdLevel effort of the compression, 1 to 22
 * @param winnowVersion version of Winnow that the footer names
 */
public record ParquetSpec(long rowGroupBytes, int zstdLevel, String winnowVersion)
    implements Serializable {
  public static final long DEFAULT_ROW_GROUP_BYTES = 24L << 20;
  public static final int DEFAULT_ZSTD_LEVEL = 3;

  public ParquetSpec {
    if (rowGroupBytes < 1) {
      throw new IllegalArgumentException("rowGroupBytes must be at least 1, was: " + rowGroupBytes);
    }
    if (zstdLevel < 1 || zstdLevel > 22) {
      throw new IllegalArgumentException("zstdLevel must be 1 to 22, was: " + zstdLevel);
    }
  }

  /** The default layout. */
  public static ParquetSpec of(String winnowVersion) {
    return new ParquetSpec(DEFAULT_ROW_GROUP_BYTES, DEFAULT_ZSTD_LEVEL, winnowVersion);
  }
}
