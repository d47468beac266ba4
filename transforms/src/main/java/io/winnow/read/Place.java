package io.winnow.read;

import io.winnow.reject.Stop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where content lies: the part of an {@link Origin} that is known before the content is read. */
record Place(String uri, @Nullable String container, String fileSha256) {

  /** A dump of which nothing could be read. */
  Dump unreadable(Unreadable unreadable) {
    Origin origin =
        new Origin(
            uri,
            container,
            fileSha256,
            unreadable.originalSha256(),
            unreadable.originalBytes(),
            SourceFormat.UNKNOWN,
            null,
            0);
    return new Dump(origin, DumpText.empty(), List.of(unreadable), true);
  }

  /** A dump that was never opened. */
  Dump unreadable(Stop stop) {
    return unreadable(stop.unread("", 0, Sha256.OF_NOTHING, 0));
  }

  Origin origin(
      String sha256, long bytes, SourceFormat format, CharsetGuess charset, double confidence) {
    return new Origin(
        uri, container, fileSha256, sha256, bytes, format, charset.encoding().name(), confidence);
  }
}
