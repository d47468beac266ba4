package io.winnow.split;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a notebook whose notes have a title each, all of them first-level headings, and no dates.
 *
 * <p>Articles use first-level headings for their sections, too. A text is only taken for notes when
 * it begins with such a heading and has many, each with a text of its own; when none is named or
 * numbered as sections and releases are, most are phrases; and when the first one is not the title
 * of all, a word of which most others would use.
 */
final class TitledNotesDetector implements Detector {
  private static final int MIN_NOTES = 8;

  /** So many notes are no sections, whatever words they share. */
  private static final int MANY_NOTES = 15;

  /** Letters of a note, on the median at least. */
  private static final int MIN_LETTERS = 150;

  /** Words of a title, on the median at least; in Chinese, pairs of characters. */
  private static final int MIN_WORDS = 3;

  /** Share of the other notes that may use a word of the first title. */
  private static final double MAX_ECHO = 0.6;

  private static final double TITLED = 0.75;

  private static final Pattern SECTION =
      Pattern.compile(
          "^(?:[\\[(（]?v?\\d|[一二三四五六七八九十]{1,3}[、.．)\\s]|第.{1,3}[章节部分步]|(?:step|part|chapter|section|appendix|"
              + "figure|phase|day|week|lesson|version|release)\\s[\\divx]|[ivx]{1,4}\\.\\s|"
              + "(?:introduction|intro|overview|background|summary|conclusions?|references?|"
              + "discussion|abstract|appendix|installation|install|usage|licen[sc]e|faq|contents|table of|"
              + "contributing|changelog|unreleased|motivation|results|methods?|related work|acknowledge?ments|"
              + "getting started|quick ?start|features|requirements|credits|what is|next steps|wrapping up|"
              + "前言|引言|背景|简介|介绍|概述|概览|总结|小结|结语|结论|参考|附录|目录|后记|致谢|安装|使用|什么是|写在|最后|更新|常见问题))",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "titled-notes";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    if (!lines.isProse()) {
      return Optional.empty();
    }
    List<Heading> notes = lines.headings().stream().filter(h -> h.level() == 1).toList();
    boolean begins = !notes.isEmpty() && notes.get(0).line() == lines.nextNonBlank(lines.first());
    if (notes.size() < MIN_NOTES || !begins || !areNotes(lines, notes)) {
      return Optional.empty();
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    for (int i = 0; i < notes.size(); i++) {
      Heading note = notes.get(i);
      layout.article(
          note.line(),
          end(lines, notes, i),
          List.of(new Cue("title-heading", TITLED)),
          piece -> piece.setMedia("markdown").setTitle(Markup.plain(note.text())));
    }
    return Optional.of(layout.build(Score.of(layout.explained(), TITLED, notes.size())));
  }

  private static boolean areNotes(Lines lines, List<Heading> notes) {
    int[] letters = new int[notes.size()];
    int[] words = new int[notes.size()];
    for (int i = 0; i < notes.size(); i++) {
      String title = Markup.plain(notes.get(i).text());
      if (SECTION.matcher(title).find()) {
        return false;
      }
      letters[i] = Prose.letters(lines, notes.get(i).line() + 1, end(lines, notes, i));
      words[i] = words(title);
    }
    Arrays.sort(letters);
    Arrays.sort(words);
    return letters[0] > 0
        && letters[letters.length / 2] >= MIN_LETTERS
        && words[words.length / 2] >= MIN_WORDS
        && (notes.size() >= MANY_NOTES || echo(lines, notes) <= MAX_ECHO);
  }

  private static int words(String title) {
    int wide = (int) title.codePoints().filter(Scripts::isCjk).count();
    return Folding.words(title).split(" ").length + wide / 2;
  }

  /** The greatest share of the other notes that use one and the same word of the first title. */
  private static double echo(Lines lines, List<Heading> notes) {
    Map<String, Integer> echoes = new HashMap<>();
    Set<String> title = terms(Markup.plain(notes.get(0).text()));
    for (int i = 1; i < notes.size(); i++) {
      Set<String> silent = new HashSet<>(title);
      for (int n = notes.get(i).line(); n <= end(lines, notes, i) && !silent.isEmpty(); n++) {
        String line = Folding.words(lines.line(n));
        silent.removeIf(line::contains);
      }
      title.stream()
          .filter(word -> !silent.contains(word))
          .forEach(word -> echoes.merge(word, 1, Integer::sum));
    }
    int most = echoes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return (double) most / (notes.size() - 1);
  }

  /** Words of four letters or more, and pairs of Han characters. */
  private static Set<String> terms(String title) {
    Set<String> terms = new HashSet<>();
    for (String word : Folding.words(title).split(" ")) {
      boolean wide = word.codePoints().anyMatch(Scripts::isCjk);
      int size = wide ? 2 : word.length();
      for (int at = 0;
          size >= (wide ? 2 : 4) && at + size <= word.length();
          at += wide ? 1 : size) {
        terms.add(word.substring(at, at + size));
      }
    }
    return terms;
  }

  private static int end(Lines lines, List<Heading> notes, int i) {
    return i + 1 < notes.size() ? notes.get(i + 1).line() - 1 : lines.last();
  }
}
