package io.winnow.split;

import io.winnow.read.SourceFile;
import io.winnow.read.Window;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one worker reads at a time: a file, or one window of a large one.
 *
 * @param unchanged SHA-256 of a file that an earlier run read with the same content, and that is
 *     not read again; else null
 * @param window null where it is the whole file
 * @param ranks equal records before the window; null where there were too many to tell
 */
record ReadTask(
    SourceFile file, @Nullable String unchanged, @Nullable Window window, @Nullable Ranks ranks)
    implements Serializable {

  static ReadTask whole(SourceFile file) {
    return new ReadTask(file, null, null, Ranks.NONE);
  }

  static ReadTask unchanged(SourceFile file, String sha256) {
    return new ReadTask(file, sha256, null, Ranks.NONE);
  }

  static ReadTask window(SourceFile file, Window window, @Nullable Ranks ranks) {
    return new ReadTask(file, null, window, ranks);
  }
}
