package io.winnow.split;

import io.winnow.text.FieldBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts Markdown documents that follow one another at their front matter. A single document with
 * front matter is one article.
 *
 * <p>Documents of one site have heads of one kind: a block further down counts when it gives a
 * title, or fields that the first one has. Blocks that are shown as code are content. What the
 * fields say is read when the article is cleaned.
 */
final class FrontMatterDetector implements Detector {
  /** Fields in common by which two heads are of one kind, where neither gives a title. */
  private static final int MIN_COMMON = 2;

  @Override
  public String name() {
    return "front-matter";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    List<FieldBlock> heads = lines.isProse() ? heads(lines) : List.of();
    boolean atTop = !heads.isEmpty() && heads.get(0).from() == lines.nextNonBlank(lines.first());
    if (heads.isEmpty() || !atTop && heads.size() < 2) {
      return Optional.empty();
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    above(lines, layout, heads.get(0).from() - 1);
    for (int i = 0; i < heads.size(); i++) {
      FieldBlock head = heads.get(i);
      int to = i + 1 < heads.size() ? heads.get(i + 1).from() - 1 : lines.last();
      if (lines.count(head.to() + 1, to) == 0) {
        layout.notAnArticle(head.from(), to, "fields-without-text");
      } else {
        layout.article(
            head.from(),
            to,
            List.of(Cue.certain("front-matter")),
            piece -> piece.setMedia("markdown").setTitle(head.first("title").orElse(null)));
      }
    }
    return Optional.of(layout.build(Score.of(layout.explained(), 1, heads.size())));
  }

  private static void above(Lines lines, LayoutBuilder layout, int to) {
    if (Prose.isArticle(lines, lines.first(), to)) {
      layout.article(lines.first(), to, List.of(Cue.certain("running-text")), piece -> {});
    } else {
      layout.notAnArticle(lines.first(), to, "front-matter");
    }
  }

  private static List<FieldBlock> heads(Lines lines) {
    List<FieldBlock> heads = new ArrayList<>();
    for (int n = lines.nextNonBlank(lines.first()); n <= lines.last(); n++) {
      FieldBlock block = FieldBlock.fencedAt(lines::line, n, lines.last()).orElse(null);
      if (block == null) {
        continue;
      }
      boolean first = heads.isEmpty();
      boolean titled = block.first("title").isPresent();
      boolean alike = !first && alike(heads.get(0), block);
      boolean top = n == lines.nextNonBlank(lines.first());
      if (lines.isCode(n) ? alike && !followsFence(lines, n) : top || titled || alike) {
        heads.add(block);
        n = block.to();
      }
    }
    return heads;
  }

  /** Whether the line above opens code; a fence further up may be one that was never closed. */
  private static boolean followsFence(Lines lines, int n) {
    String above = n > lines.first() ? lines.line(n - 1).strip() : "";
    return above.startsWith("```") || above.startsWith("~~~");
  }

  private static boolean alike(FieldBlock first, FieldBlock block) {
    Set<String> common = new HashSet<>(first.fields().keySet());
    common.retainAll(block.fields().keySet());
    return common.size() >= Math.max(MIN_COMMON, first.fields().size() / 2);
  }
}
