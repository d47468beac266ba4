package io.winnow.split.stream;

import io.winnow.split.stream.LineForms.Form;
import io.winnow.split.stream.Templates.Place;
import java.util.function.BiConsumer;

/**
 * The evidence for and against a boundary at each gap of a stream, as named numbers, most of them 0
 * or 1.
 */
final class Features {
  /** Letters on either side over which the script of a text is judged. */
  private static final int SCRIPT_WINDOW = 250;

  /** Letters on either side over which the setting of a text is judged. */
  private static final int STYLE_WINDOW = 1000;

  /** Letters on either side among which the words of a title are looked for. */
  private static final int TITLE_WINDOW = 1500;

  /** Blank lines that set a title apart from what follows. */
  private static final int APART = 2;

  /** Share of a title's words that its text has at least. */
  private static final double MIN_TITLE_FIT = 0.2;

  private static final int MAX_BLANKS = 8;

  private final Stream stream;
  private final LineCues cues;
  private final int[] classes;
  private final int headMask;
  private final LineForms forms;
  private final LineKeys keys;
  private final Terms terms;
  private final Pairs pairs;
  private final Cohesion cohesion;
  private final Cohesion near;
  private final Cohesion far;
  private final Style style;
  private final Repeats repeats;
  private final double[] rarity;

  Features(Stream stream, LineCues cues) {
    this.stream = stream;
    this.cues = cues;
    this.classes = new int[stream.size()];
    for (int i = 0; i < stream.size(); i++) {
      classes[i] = cues.classes(stream.view(i));
    }
    this.headMask = (1 << cues.heads().size()) - 1;
    this.forms = new LineForms(stream);
    this.keys = new LineKeys(stream);
    this.terms = new Terms(keys, stream.size());
    this.pairs = new Pairs(keys, stream.size());
    this.cohesion = Cohesion.of(terms, 250);
    this.near = Cohesion.of(terms, 80);
    this.far = Cohesion.of(terms, 600);
    this.style = new Style(stream);
    this.repeats = Repeats.of(stream, keys);
    this.rarity = rarity(stream);
  }

  /** The lines folded. */
  LineKeys keys() {
    return keys;
  }

  /** Calls {@code each} with the features of gap {@code i} that need no template. */
  void at(int i, BiConsumer<String, Double> each) {
    each.accept("bias", 1.0);
    lineClasses(i, each);
    shape(i, each);
    each.accept("blank-lines", rarity[Math.min(MAX_BLANKS, stream.blanksBefore(i))]);
    int from = above(i, SCRIPT_WINDOW);
    int to = below(i, SCRIPT_WINDOW);
    each.accept("language-switch", Math.abs(wide(from, i) - wide(i, to)));
    from = above(i, STYLE_WINDOW);
    to = below(i, STYLE_WINDOW);
    each.accept("style-change", style.change(from, i, to));
    each.accept("line-length-change", style.lineLengthChange(from, i, to));
    each.accept("new-vocabulary", 1 - cohesion.similarity(i));
    each.accept("vocabulary-valley", cohesion.depth(i));
    each.accept("new-vocabulary-near", 1 - near.similarity(i));
    each.accept("vocabulary-valley-near", near.depth(i));
    each.accept("new-vocabulary-far", 1 - far.similarity(i));
    each.accept("vocabulary-valley-far", far.depth(i));
    each.accept("always-together", pairs.together(i));
    each.accept("copy-begins", logOf(repeats.startingAt(i)));
    each.accept("copy-ends", logOf(repeats.endingAt(i)));
  }

  /** Calls {@code each} with what the templates say of gap {@code i}. */
  void at(int i, Templates templates, BiConsumer<String, Double> each) {
    each.accept("template-first", templates.at(Place.FIRST, i));
    each.accept("template-second", i + 1 < stream.size() ? templates.at(Place.SECOND, i + 1) : 0.0);
    each.accept("template-last", templates.at(Place.LAST, i - 1));
    each.accept("template-last-but-one", i > 1 ? templates.at(Place.LAST_BUT_ONE, i - 2) : 0.0);
    each.accept("template-inside", templates.inside(i));
    each.accept("template-inside-before", templates.inside(i - 1));
  }

  private void lineClasses(int i, BiConsumer<String, Double> each) {
    int here = classes[i];
    int next = i + 1 < classes.length ? classes[i + 1] : 0;
    int second = i + 2 < classes.length ? classes[i + 2] : 0;
    int before = classes[i - 1];
    int earlier = (i > 1 ? classes[i - 2] : 0) | (i > 2 ? classes[i - 3] : 0);
    int heads = cues.heads().size();
    for (int c = 0; c < heads; c++) {
      int bit = 1 << c;
      if ((here & bit) != 0) {
        each.accept("head:" + cues.heads().get(c), 1.0);
      } else if ((next & bit) != 0) {
        each.accept("head+1:" + cues.heads().get(c), 1.0);
      } else if ((second & bit) != 0) {
        each.accept("head+2:" + cues.heads().get(c), 1.0);
      }
    }
    for (int c = 0; c < cues.tails().size(); c++) {
      int bit = 1 << (heads + c);
      if ((before & bit) != 0) {
        each.accept("tail:" + cues.tails().get(c), 1.0);
      } else if ((earlier & bit) != 0) {
        each.accept("tail-1:" + cues.tails().get(c), 1.0);
      }
      if ((here & bit) != 0) {
        each.accept("tail-goes-on:" + cues.tails().get(c), 1.0);
      }
    }
    flag(each, "head-before", isHead(i - 1));
    flag(each, "two-tail-lines", isTail(i - 1) && i > 1 && isTail(i - 2));
    flag(each, "tail-then-head", isTail(i - 1) && isHead(i));
    if (isHead(i) && !isHead(i - 1)) {
      each.accept("head-block", (double) Math.min(3, headLines(i)));
      flag(each, "head-block-under-title", isTitleLike(i - 1) && !isTail(i - 1));
    }
    if (isTitleLike(i) && !isHead(i) && i + 1 < classes.length && isHead(i + 1)) {
      each.accept("title-over-head-block", (double) Math.min(3, headLines(i + 1)));
    }
    if (isTail(i - 1) && !isTail(i)) {
      each.accept("tail-block-ends", (double) Math.min(3, tailLines(i - 1)));
    }
  }

  private boolean isHead(int i) {
    return (classes[i] & headMask) != 0 && !isTail(i);
  }

  private boolean isTail(int i) {
    return (classes[i] & ~headMask) != 0;
  }

  private int headLines(int i) {
    int lines = 0;
    while (lines < 3 && i + lines < classes.length && isHead(i + lines)) {
      lines++;
    }
    return lines;
  }

  private int tailLines(int i) {
    int lines = 0;
    while (lines < 3 && i - lines >= 0 && isTail(i - lines)) {
      lines++;
    }
    return lines;
  }

  private void shape(int i, BiConsumer<String, Double> each) {
    boolean ended = forms.has(i - 1, Form.ENDS_SENTENCE);
    if (isTitleLike(i)) {
      each.accept("title-like", 1.0);
      each.accept("title-fits-below", terms.shared(i, i + 1, below(i + 1, TITLE_WINDOW)));
      each.accept("title-fits-above", terms.shared(i, above(i, TITLE_WINDOW), i));
      flag(each, "title-after-an-end", ended || isTail(i - 1));
    }
    flag(each, "title-before", isTitleLike(i - 1));
    flag(each, "sentence-ends-before", ended);
    flag(each, "open-end-before", forms.has(i - 1, Form.ENDS_OPEN));
    flag(each, "list", forms.has(i, Form.LIST));
    flag(each, "list-before", forms.has(i - 1, Form.LIST));
    flag(each, "section-mark", forms.has(i, Form.SECTION));
    flag(each, "section-mark-before", forms.has(i - 1, Form.SECTION));
    flag(each, "code", forms.has(i, Form.CODE));
    flag(each, "code-before", forms.has(i - 1, Form.CODE));
    flag(each, "indented", forms.has(i, Form.INDENTED));
    flag(each, "lower-case", forms.has(i, Form.LOWER_CASE));
    flag(each, "short-before", stream.letters(i - 1, i) < 20);
    flag(each, "short", stream.letters(i, i + 1) < 20);
  }

  private static void flag(BiConsumer<String, Double> each, String name, boolean holds) {
    if (holds) {
      each.accept(name, 1.0);
    }
  }

  private boolean isTitleLike(int i) {
    return forms.has(i, Form.TITLE_LIKE);
  }

  /**
   * Whether line {@code i} is a title set apart from a text that says none of its words: the title
   * of another post, which is not there.
   */
  boolean isForeignTitle(int i) {
    return i + 1 < stream.size()
        && isTitleLike(i)
        && stream.blanksBefore(i + 1) >= APART
        && terms.shared(i, i + 1, below(i + 1, TITLE_WINDOW)) < MIN_TITLE_FIT;
  }

  /** The line that lies about {@code letters} letters above gap {@code i}. */
  private int above(int i, int letters) {
    return stream.lineAtLetter(stream.letters(0, i) - letters);
  }

  /** The line that lies about {@code letters} letters below gap {@code i}. */
  private int below(int i, int letters) {
    return stream.lineAtLetter(stream.letters(0, i) + letters) + 1;
  }

  private double wide(int from, int to) {
    int letters = stream.letters(from, to);
    return letters == 0 ? 0 : (double) stream.cjk(from, to) / letters;
  }

  private static double logOf(int letters) {
    return letters == 0 ? 0 : Math.log10(letters / 100.0);
  }

  /** Minus the logarithm of the share of gaps with at least so many blank lines. */
  private static double[] rarity(Stream stream) {
    double[] atLeast = new double[MAX_BLANKS + 1];
    for (int i = 1; i < stream.size(); i++) {
      for (int b = 0; b <= Math.min(MAX_BLANKS, stream.blanksBefore(i)); b++) {
        atLeast[b]++;
      }
    }
    double[] rarity = new double[MAX_BLANKS + 1];
    for (int b = 1; b <= MAX_BLANKS; b++) {
      rarity[b] = Math.min(6, -Math.log((atLeast[b] + 1) / stream.size()));
      rarity[b] = Math.max(rarity[b], rarity[b - 1]);
    }
    return rarity;
  }
}
