package io.winnow.split;

import io.winnow.read.SourceFile;
import io.winnow.read.Window;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one worker reads at a time: a file, or one window of a large one.
 *
 * @param window null where it is the whole file
 * @param ranks equal records before the window; null where there were too many to tell
 */
record ReadTask(SourceFile file, @Nullable Window window, @Nullable Ranks ranks)
    implements Serializable {

  static ReadTask whole(SourceFile file) {
    return new ReadTask(file, null, Ranks.NONE);
  }
}
