package io.winnow.read;

/**
 * What a file system lists.
 *
 * @param path by which Beam opens it
 * @param name the same in the words of the user, without escapes
 */
record FoundFile(String path, String name, long bytes, boolean isFolder) {}
