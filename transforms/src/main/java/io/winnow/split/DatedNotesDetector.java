package io.winnow.split;

import io.winnow.schema.Piece;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a notebook or diary at its dated headings: {@code # 20260131 Title}, {@code ## 2026-01-31}
 * with the title one level below, or {@code **2026.01.31** Title}.
 *
 * <p>A note ends where the next begins. Days are corrected by {@link TypedDays}. A line near the
 * head of a note that is nothing but a link is what the note is about.
 */
final class DatedNotesDetector implements Detector {
  private static final int MIN_NOTES = 3;

  /** Lines with text at the head of a note among which its subject link stands. */
  private static final int HEAD_LINES = 6;

  /** Milliseconds since 1970, as upload services put them into the names of images. */
  private static final Pattern STAMP = Pattern.compile("(?<=/)1[4-9]\\d{11}(?=[-_.])");

  /** Path or query by which video sites, whatever their name, address one video. */
  private static final Pattern VIDEO =
      Pattern.compile("https?://[^/\\s]++/(?:watch|videos?|shorts|live|embed)(?:[/?]|$)");

  @Override
  public String name() {
    return "dated-notes";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (!lines.isProse()) {
      return Optional.empty();
    }
    List<DatedHeading> starts = starts(lines);
    if (starts.size() < MIN_NOTES
        || 2 * withBody(lines, starts) < starts.size()
        || 2 * releases(starts) > starts.size()) {
      return Optional.empty();
    }
    List<LocalDate> typed = starts.stream().map(DatedHeading::day).toList();
    List<LocalDate> days = TypedDays.correct(typed, stamps(lines, starts));
    LayoutBuilder layout = new LayoutBuilder(lines);
    preface(lines, layout, starts.get(0).line() - 1);
    for (int i = 0; i < starts.size(); i++) {
      DatedHeading start = starts.get(i);
      LocalDate day = days.get(i);
      int to = end(lines, starts, i);
      layout.article(
          start.line(),
          to,
          List.of(Cue.certain("date-heading")),
          piece -> facts(lines, start, to, day, piece));
    }
    double evidence = 0.8 + 0.2 * TypedDays.order(days);
    return Optional.of(layout.build(Score.of(layout.explained(), evidence, starts.size())));
  }

  /** The dated headings of the level that has most of them. */
  private static List<DatedHeading> starts(Lines lines) {
    Map<Integer, List<DatedHeading>> byLevel = new TreeMap<>();
    for (int n = lines.first(); n <= lines.last(); n++) {
      DatedHeading heading = DatedHeading.at(lines, n);
      if (heading != null) {
        byLevel.computeIfAbsent(heading.level(), level -> new ArrayList<>()).add(heading);
      }
    }
    List<DatedHeading> best = List.of();
    for (List<DatedHeading> level : byLevel.values()) {
      best = level.size() > best.size() ? level : best;
    }
    return best;
  }

  private static int end(Lines lines, List<DatedHeading> starts, int i) {
    return i + 1 < starts.size() ? starts.get(i + 1).line() - 1 : lines.last();
  }

  /** Notes with a text below their heading; mere headings are an index. */
  private static int withBody(Lines lines, List<DatedHeading> starts) {
    int notes = 0;
    for (int i = 0; i < starts.size(); i++) {
      notes += lines.count(starts.get(i).line() + 1, end(lines, starts, i)) > 0 ? 1 : 0;
    }
    return notes;
  }

  /** Notes whose title is a version: those of a change log, which is one text. */
  private static long releases(List<DatedHeading> starts) {
    return starts.stream()
        .map(DatedHeading::title)
        .filter(title -> title != null && ReleaseTitle.is(title))
        .count();
  }

  /** What stands above the first note: headings are frame, anything more is front matter. */
  private static void preface(Lines lines, LayoutBuilder layout, int to) {
    boolean onlyHeadings = true;
    for (int n = lines.first(); n <= to; n++) {
      onlyHeadings &= lines.isBlank(n) || lines.headingAt(n) != null;
    }
    if (onlyHeadings) {
      layout.frame(lines.first(), to);
    } else {
      layout.notAnArticle(lines.first(), to, "front-matter");
    }
  }

  private static void facts(
      Lines lines, DatedHeading start, int to, LocalDate day, Piece.Builder piece) {
    String title = start.title();
    int body = lines.nextNonBlank(start.line() + 1);
    Heading below = body <= to ? lines.headingAt(body) : null;
    if (title == null && below != null) {
      title = Markup.plain(below.text());
    }
    piece
        .setMedia("markdown")
        .setTitle(title)
        .setPublished(day)
        .setPublishedRaw(start.raw())
        .setPublishedOrigin(day.equals(start.day()) ? "given" : "corrected");
    String subject = subject(lines, body, to);
    if (subject != null) {
      piece.setUrl(subject).setUrlRole("subject");
      if (VIDEO.matcher(subject).find()) {
        piece.setKind("video_notes");
      }
    }
  }

  private static @Nullable String subject(Lines lines, int from, int to) {
    int seen = 0;
    for (int n = from; n <= to && seen < HEAD_LINES; n++) {
      if (!lines.isBlank(n)) {
        seen++;
        Markup.Link link = Markup.linkLine(lines.line(n));
        if (link != null) {
          return link.url();
        }
      }
    }
    return null;
  }

  private static List<@Nullable LocalDate> stamps(Lines lines, List<DatedHeading> starts) {
    List<@Nullable LocalDate> stamps = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      List<LocalDate> found = new ArrayList<>();
      for (int n = starts.get(i).line(); n <= end(lines, starts, i); n++) {
        Matcher stamp = STAMP.matcher(lines.line(n));
        while (stamp.find()) {
          Instant instant = Instant.ofEpochMilli(Long.parseLong(stamp.group()));
          found.add(instant.atZone(ZoneOffset.UTC).toLocalDate());
        }
      }
      Collections.sort(found);
      stamps.add(found.isEmpty() ? null : found.get(found.size() / 2));
    }
    return stamps;
  }
}
