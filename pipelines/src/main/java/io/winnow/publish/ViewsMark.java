package io.winnow.publish;

import io.winnow.publish.ChangedRuns.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of which published attempts the views were rendered last, so that whoever renders again
 * knows what to do: also after runs were removed, and after a rendering that was cut off.
 *
 * <p>A line for each run, of its folder, id and date. While views are rendered, those that differ
 * from what is rendered begin with a question mark: they may be half in the views.
 */
public final class ViewsMark {
  private static final String NAME = ".views";
  private static final String NEXT = ".views.next";
  private static final String UNSURE = "?";

  private final OutputStore output;

  public ViewsMark(OutputStore output) {
    this.output = output;
  }

  /** Whether the views are of what is published now. */
  public boolean isCurrent() throws IOException {
    SortedMap<String, Line> lines = lines();
    Set<String> folders = new HashSet<>();
    for (Map.Entry<String, String> name : output.published().entrySet()) {
      if (RunId.isAllowed(name.getKey())) {
        folders.add(name.getValue());
      }
    }
    return lines == null
        ? folders.isEmpty()
        : lines.keySet().equals(folders) && lines.values().stream().noneMatch(Line::unsure);
  }

  /** In what {@code published} differs from what the views were rendered of. */
  ChangedRuns changes(PublishedRuns published) throws IOException {
    SortedMap<String, Line> before = lines();
    if (before == null) {
      return ChangedRuns.unknown();
    }
    SortedMap<String, Line> now = linesOf(published);
    boolean isUnknown = false;
    boolean onlyAdded = true;
    Set<Run> changed = new HashSet<>();
    for (Map.Entry<String, Line> line : before.entrySet()) {
      boolean same = now.containsKey(line.getKey()) && !line.getValue().unsure();
      if (!same && line.getValue().run() == null) {
        isUnknown = true;
      } else if (!same) {
        changed.add(line.getValue().run());
        onlyAdded = false;
      }
    }
    for (Map.Entry<String, Line> line : now.entrySet()) {
      if (!before.containsKey(line.getKey())) {
        changed.add(Objects.requireNonNull(line.getValue().run()));
      }
    }
    return new ChangedRuns(changed, onlyAdded, isUnknown);
  }

  /** To be called before rendering: from here on the views may be of what is published now. */
  void begin(PublishedRuns published) throws IOException {
    SortedMap<String, Line> before = lines();
    if (before == null) {
      return;
    }
    SortedMap<String, Line> now = linesOf(published);
    SortedMap<String, Line> both = new TreeMap<>();
    before.forEach((folder, line) -> both.put(folder, line.sure(now.containsKey(folder))));
    now.forEach((folder, line) -> both.putIfAbsent(folder, line.sure(false)));
    write(both);
  }

  /** To be called after rendering {@code published}, or where that would change nothing. */
  public void set(PublishedRuns published) throws IOException {
    write(linesOf(published));
  }

  private static SortedMap<String, Line> linesOf(PublishedRuns published) {
    SortedMap<String, Line> lines = new TreeMap<>();
    for (PublishedRun run : published.all()) {
      Manifest manifest = run.manifest();
      lines.put(run.folder(), new Line(false, new Run(manifest.runId(), manifest.logicalDate())));
    }
    return lines;
  }

  /** By folder; null where nothing is known. */
  private @Nullable SortedMap<String, Line> lines() throws IOException {
    if (!output.names("").contains(NAME)) {
      return null;
    }
    SortedMap<String, Line> lines = new TreeMap<>();
    for (String line : read().lines().toList()) {
      boolean unsure = line.startsWith(UNSURE);
      List<String> parts = List.of((unsure ? line.substring(1) : line).split("\t"));
      lines.put(parts.get(0), new Line(unsure, run(parts)));
    }
    return lines;
  }

  /** An earlier version wrote the folder alone. */
  private static @Nullable Run run(List<String> parts) {
    try {
      return parts.size() < 3 ? null : new Run(parts.get(1), LocalDate.parse(parts.get(2)));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private String read() throws IOException {
    try (InputStream in = Channels.newInputStream(output.open(NAME))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void write(SortedMap<String, Line> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach((folder, line) -> text.append(line.text(folder)).append('\n'));
    output.delete(NEXT);
    try (OutputStream out = output.create(NEXT)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    output.move(NEXT, NAME);
  }

  /**
   * What is remembered of one folder.
   *
   * @param unsure whether views may or may not be of it
   * @param run null where an earlier version did not say
   */
  private record Line(boolean unsure, @Nullable Run run) {
    Line sure(boolean isThere) {
      return new Line(unsure || !isThere, run);
    }

    String text(String folder) {
      return (unsure ? UNSURE : "")
          + folder
          + (run == null ? "" : "\t" + run.id() + "\t" + run.date());
    }
  }
}
