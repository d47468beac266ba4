package io.winnow.clean;

import io.winnow.read.DoubleEncoding;
import io.winnow.schema.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece whose words are as they were written, where a wrong charset had garbled them. Its fields
 * and its text bear witness for each other: a title is short.
 *
 * @param piece with its title and authors mended; its text is as split
 * @param raw its text, mended
 */
record MendedPiece(Piece piece, RawText raw) {

  static MendedPiece of(Piece piece) {
    List<String> fields = new ArrayList<>();
    fields.add(piece.getTitle() == null ? "" : piece.getTitle());
    fields.addAll(piece.getAuthors());
    String head = String.join("\n", fields) + "\n";
    List<DoubleEncoding.Repair> repairs =
        DoubleEncoding.find(head + piece.getText(), piece.getMedia().equals("html"));
    if (repairs.isEmpty()) {
      return new MendedPiece(piece, new RawText(piece.getText()));
    }
    List<String> mended = new ArrayList<>();
    int start = 0;
    for (String field : fields) {
      mended.add(RawText.mended(field, within(repairs, start, start + field.length())).text());
      start += field.length() + 1;
    }
    Piece.Builder builder = Piece.newBuilder(piece).setAuthors(mended.subList(1, mended.size()));
    if (piece.getTitle() != null) {
      builder.setTitle(mended.get(0));
    }
    int end = head.length() + piece.getText().length();
    return new MendedPiece(
        builder.build(), RawText.mended(piece.getText(), within(repairs, start, end)));
  }

  /** The repairs of a range, counted from its beginning. */
  private static List<DoubleEncoding.Repair> within(
      List<DoubleEncoding.Repair> repairs, int from, int to) {
    return repairs.stream()
        .filter(repair -> repair.from() >= from && repair.to() <= to)
        .map(repair -> repair.movedBy(-from))
        .toList();
  }
}
