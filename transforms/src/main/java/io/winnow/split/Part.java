package io.winnow.split;

import io.winnow.reject.RejectReason;
import io.winnow.schema.Piece;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run of lines that belong together: an article, something that is none, or frame.
 *
 * @param from first line, never blank
 * @param to last line, never blank, included
 * @param role what becomes of it
 * @param reason why it stops here; set for {@link Role#REJECT} only
 * @param detail what exactly, for people
 * @param facts what the structure tells of it, written into the columns of the piece
 * @param cues why it begins where it begins
 */
public record Part(
    int from,
    int to,
    Role role,
    @Nullable RejectReason reason,
    @Nullable String detail,
    Consumer<Piece.Builder> facts,
    List<Cue> cues) {
  /** What becomes of a part. */
  public enum Role {
    ARTICLE,
    REJECT,
    /** Lines between pieces, such as section headings: counted, and otherwise left behind. */
    FRAME
  }

  public Part {
    if (from > to) {
      throw new IllegalArgumentException("a part must have a line, was: " + from + " to " + to);
    }
    if ((role == Role.REJECT) != (reason != null)) {
      throw new IllegalArgumentException("a reason belongs to a reject, role was: " + role);
    }
    cues = List.copyOf(cues);
  }

  static Part article(int from, int to, List<Cue> cues, Consumer<Piece.Builder> facts) {
    return new Part(from, to, Role.ARTICLE, null, null, facts, cues);
  }

  static Part reject(
      int from, int to, RejectReason reason, String detail, Consumer<Piece.Builder> facts) {
    return new Part(
        from, to, Role.REJECT, reason, detail, facts, List.of(Cue.certain(reason.column())));
  }

  /** A cover, contents page, orphan title or the like; {@code what} names it. */
  static Part notAnArticle(int from, int to, String what) {
    return new Part(
        from,
        to,
        Role.REJECT,
        RejectReason.NOT_AN_ARTICLE,
        what,
        piece -> {},
        List.of(Cue.certain(what)));
  }

  static Part frame(int from, int to) {
    return new Part(from, to, Role.FRAME, null, null, piece -> {}, List.of());
  }

  /** The names of the cues, the strongest first, each once. */
  List<String> reasons() {
    return cues.stream()
        .sorted(Comparator.comparingDouble(Cue::weight).reversed().thenComparing(Cue::name))
        .map(Cue::name)
        .distinct()
        .toList();
  }

  /** The title that the structure gives; null without one. */
  public @Nullable String title() {
    Piece.Builder piece = Piece.newBuilder();
    facts.accept(piece);
    return piece.getTitle();
  }
}
