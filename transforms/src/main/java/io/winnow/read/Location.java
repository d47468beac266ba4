package io.winnow.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path as it can be compared: absolute and without detours on the local disk, as it is on any
 * other file system.
 */
record Location(String path) {
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9+.]*+:/.*");

  static Location of(String path) {
    if (path.startsWith("file:/")) {
      return of("/" + path.substring("file:/".length()).replaceFirst("^/++", ""));
    }
    if (SCHEME.matcher(path).matches()) {
      return new Location(path);
    }
    String absolute = Path.of(path).toAbsolutePath().normalize().toString();
    boolean isFolder = path.endsWith("/") && !absolute.endsWith("/");
    return new Location(isFolder ? absolute + "/" : absolute);
  }

  /** Whether the other one is this folder or lies below it, links followed. */
  boolean contains(Location other) {
    return (folder(other.path)).startsWith(folder(path))
        || folder(other.real()).startsWith(folder(real()));
  }

  /** Whether a file or folder of exactly this name is there; never on other file systems. */
  boolean exists() {
    return path.startsWith("/") && Files.exists(Path.of(path));
  }

  /** Where the path leads when links are followed as far as it exists. */
  String real() {
    if (!path.startsWith("/")) {
      return path;
    }
    Path existing = Path.of(path);
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      return existing.toRealPath().resolve(existing.relativize(Path.of(path))).toString();
    } catch (IOException unreachable) {
      return path;
    }
  }

  /**
   * The deepest folder that all of these lie in, ending with a slash; empty where there is none.
   */
  static String commonFolder(List<String> folders) {
    if (folders.isEmpty()) {
      return "";
    }
    String common = folders.get(0);
    for (String folder : folders) {
      int same = 0;
      int max = Math.min(common.length(), folder.length());
      while (same < max && common.charAt(same) == folder.charAt(same)) {
        same++;
      }
      common = common.substring(0, common.lastIndexOf('/', same - 1) + 1);
    }
    return common;
  }

  private static String folder(String path) {
    return path.endsWith("/") ? path : path + "/";
  }
}
