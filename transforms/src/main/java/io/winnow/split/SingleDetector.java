package io.winnow.split;

import java.util.List;
import java.util.Optional;

/**
 * Leaves a text whole: the commonest dump is one article, and every other shape has to explain a
 * text better than this one does.
 */
final class SingleDetector implements Detector {
  @Override
  public String name() {
    return "single";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (!lines.isProse() || lines.count() == 0) {
      return Optional.empty();
    }
    Heading heading = lines.headingAt(lines.nextNonBlank(lines.first()));
    return Optional.of(
        new LayoutBuilder(lines)
            .article(
                lines.first(),
                lines.last(),
                List.of(Cue.certain("whole-text")),
                piece -> {
                  if (heading != null && heading.level() == 1) {
                    piece.setTitle(Markup.plain(heading.text()));
                  }
                })
            .build(Score.SINGLE));
  }
}
