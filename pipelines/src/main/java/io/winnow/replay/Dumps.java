package io.winnow.replay;

import io.winnow.read.SourceFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The dumps as they lie in storage now. */
public interface Dumps {
  /** The files that an {@code --input} matches, by uri; none where it matches nothing any more. */
  Map<String, SourceFile> matched(String input) throws IOException;

  /** SHA-256 of a file, hex; empty where it is gone. */
  Optional<String> sha256(SourceFile file) throws IOException;
}
