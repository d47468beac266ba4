package io.winnow.write;

/**
 * One Parquet file that a job has written and closed.
 *
 * @param dataset name of its dataset
 * @param path relative to the staging folder, with {@code /}
 * @param rows how many it holds
 * @param bytes its size
 * @param rowsHash over its rows, whatever their order
 * @param schemaVersion version of the columns
 */
public record WrittenFile(
    String dataset, String path, long rows, long bytes, RowsHash rowsHash, int schemaVersion) {}
