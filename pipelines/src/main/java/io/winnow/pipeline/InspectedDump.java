package io.winnow.pipeline;

import io.winnow.clean.ArticleCleaner;
import io.winnow.clean.Cleaned;
import io.winnow.read.Dump;
import io.winnow.read.Origin;
import io.winnow.record.JsonMapping;
import io.winnow.schema.Article;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import io.winnow.split.Cue;
import io.winnow.split.Part;
import io.winnow.split.Proposal;
import io.winnow.split.SplitDump;
import io.winnow.split.Splitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dump, or one window of a large one, as it would be split and cleaned.
 *
 * @param proposals what each detector made of it, best first; the first one was chosen
 * @param fields for records, the names under which they carry what Winnow needs, counted
 * @param items its pieces in order, frame between them included
 */
record InspectedDump(
    Origin origin,
    List<Proposal> proposals,
    Map<String, Map<String, Integer>> fields,
    List<Item> items) {

  /** A run of lines, or a record. */
  sealed interface Item {
    @Nullable Integer from();

    @Nullable Integer to();
  }

  /** Lines between pieces, which are counted and left behind. */
  record Frame(Integer from, Integer to, String text) implements Item {}

  /** An article as it would be cleaned. */
  record Kept(Piece piece, Article article, List<Cue> cues) implements Item {
    @Override
    public @Nullable Integer from() {
      return piece.getStartLine();
    }

    @Override
    public @Nullable Integer to() {
      return piece.getEndLine();
    }
  }

  /** What would stop, in Split or in Clean. */
  record Stopped(Reject reject, List<Cue> cues) implements Item {
    @Override
    public @Nullable Integer from() {
      return reject.getStartLine();
    }

    @Override
    public @Nullable Integer to() {
      return reject.getEndLine();
    }
  }

  static InspectedDump of(
      Dump dump, Splitter splitter, ArticleCleaner cleaner, JsonMapping mapping) {
    List<Proposal> proposals = splitter.explain(dump);
    List<Part> parts = proposals.isEmpty() ? List.of() : proposals.get(0).layout().parts();
    Map<Integer, List<Cue>> cues = new HashMap<>();
    parts.forEach(part -> cues.put(part.from(), part.cues()));
    SplitDump split = splitter.split(dump);
    List<Item> items = new ArrayList<>();
    for (Cleaned cleaned : cleaner.cleanAll(split.pieces())) {
      items.add(item(cleaned, split.pieces().get(items.size()), cues));
    }
    split.rejects().forEach(reject -> items.add(stopped(reject, cues)));
    items.sort(Comparator.comparingInt(InspectedDump::ordinal));
    return new InspectedDump(
        dump.origin(), proposals, FieldSources.of(dump, mapping), withFrame(dump, parts, items));
  }

  private static Item item(Cleaned cleaned, Piece piece, Map<Integer, List<Cue>> cues) {
    return cleaned instanceof Cleaned.Kept kept
        ? new Kept(piece, kept.draft().getArticle(), at(piece.getStartLine(), cues))
        : stopped(((Cleaned.Dropped) cleaned).reject(), cues);
  }

  private static Stopped stopped(Reject reject, Map<Integer, List<Cue>> cues) {
    return new Stopped(reject, at(reject.getStartLine(), cues));
  }

  private static List<Cue> at(@Nullable Integer line, Map<Integer, List<Cue>> cues) {
    return line == null ? List.of() : cues.getOrDefault(line, List.of());
  }

  private static int ordinal(Item item) {
    return item instanceof Kept kept
        ? kept.piece().getSourceOrdinal()
        : item instanceof Stopped stopped ? stopped.reject().getSourceOrdinal() : Integer.MAX_VALUE;
  }

  /** The pieces with the frame between them, in the order of the dump. */
  private static List<Item> withFrame(Dump dump, List<Part> parts, List<Item> pieces) {
    List<Item> all = new ArrayList<>();
    int next = 0;
    for (Part part : parts) {
      if (part.role() == Part.Role.FRAME) {
        String text = dump.text().lines(part.from(), part.to());
        all.add(new Frame(part.from(), part.to(), text));
      } else if (next < pieces.size()) {
        all.add(pieces.get(next++));
      }
    }
    all.addAll(pieces.subList(next, pieces.size()));
    return List.copyOf(all);
  }
}
