package io.winnow.split;

import io.winnow.read.SourceFormat;
import java.util.List;
import java.util.Optional;

/** Makes one piece of one HTML page. */
final class PageDetector implements Detector {
  @Override
  public String name() {
    return "page";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (lines.format() != SourceFormat.HTML || lines.count() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new LayoutBuilder(lines)
            .article(
                lines.first(),
                lines.last(),
                List.of(Cue.certain("one-page")),
                piece -> piece.setMedia("html"))
            .build(1));
  }
}
