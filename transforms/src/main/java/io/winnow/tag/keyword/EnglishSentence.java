package io.winnow.tag.keyword;

import java.util.Arrays;

/**
 * The words of an English sentence, and the phrases in it. For one thread; sentences one after the
 * other.
 */
final class EnglishSentence {
  private static final byte LETTER = 1;
  private static final byte ACCENT = 2;
  private static final byte SPACE = 4;

  /** Of each character: part of a word, an accent that goes on with one, white space, or else. */
  private static final byte[] KINDS = kinds();

  private static final String JOINTS = ".'’&/#";

  private final EnglishPhrases english;
  char[] text = new char[256];
  EnglishWord[] words = new EnglishWord[64];
  int[] starts = new int[64];
  int[] ends = new int[64];
  int size;

  /** One letter a word: A adjective, N noun, P name, V participle, v verb, D number, H hyphen. */
  char[] classes = new char[64];

  private PartsOfSpeech.Word[] speech = new PartsOfSpeech.Word[64];
  private byte[] tags = new byte[64];

  /** The phrase that was found last. */
  int phraseStart;

  int phraseEnd;

  EnglishSentence(EnglishPhrases english) {
    this.english = english;
  }

  /** Reads the words of a sentence. */
  void read(String sentence, int from, int to) {
    int length = to - from;
    if (text.length < length) {
      text = new char[2 * length];
    }
    sentence.getChars(from, to, text, 0);
    size = 0;
    for (int at = 0; at < length; ) {
      int end = wordEnd(at, length);
      if (end > at) {
        add(at, end);
        at = end;
      } else {
        int next = at + Character.charCount(codePoint(at, length));
        if ((kind(at, length) & SPACE) == 0) {
          add(at, next);
        }
        at = next;
      }
    }
  }

  /** Where the word ends that begins at a place; the place itself where none does. */
  private int wordEnd(int from, int length) {
    int at = run(from, length, LETTER | ACCENT);
    if (at == from) {
      return from;
    }
    while (at + 1 < length && JOINTS.indexOf(text[at]) >= 0) {
      int end = run(at + 1, length, LETTER);
      if (end == at + 1) {
        break;
      }
      at = end;
    }
    for (int i = 0; i < 2 && at < length && (text[at] == '+' || text[at] == '#'); i++) {
      at++;
    }
    return at;
  }

  private int run(int from, int length, int kinds) {
    int at = from;
    while (at < length && (kind(at, length) & kinds) != 0) {
      at += Character.charCount(codePoint(at, length));
    }
    return at;
  }

  private int codePoint(int at, int length) {
    return Character.codePointAt(text, at, length);
  }

  private byte kind(int at, int length) {
    char c = text[at];
    return Character.isSurrogate(c) ? kindOf(codePoint(at, length)) : KINDS[c];
  }

  private void add(int from, int to) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      classes = Arrays.copyOf(classes, 2 * size);
      speech = Arrays.copyOf(speech, 2 * size);
      tags = Arrays.copyOf(tags, 2 * size);
    }
    words[size] = english.word(text, from, to);
    starts[size] = from;
    ends[size++] = to;
  }

  /** Finds out of each word what it is; the phrases are looked for from the beginning. */
  void classify() {
    boolean heading = isTitleCase();
    for (int i = 0; i < size; i++) {
      speech[i] = EnglishPhrases.speech(heading ? words[i].inProse : words[i]);
    }
    EnglishPhrases.tag(speech, size, tags);
    for (int i = 0; i < size; i++) {
      classes[i] = classOf(i);
    }
    phraseEnd = 0;
  }

  private char classOf(int i) {
    EnglishWord word = words[i];
    if (word.hyphen) {
      boolean joins = i > 0 && i + 1 < size && ends[i - 1] == starts[i] && starts[i + 1] == ends[i];
      return joins ? 'H' : '.';
    }
    if (!word.word || word.noKeyword) {
      return '.';
    }
    char tag = EnglishPhrases.classOf(tags[i]);
    if (tag == 'v') {
      return word.participle ? 'V' : 'v';
    }
    if (tag != '.') {
      return tag;
    }
    return word.digit ? 'D' : i > 0 && word.capital ? 'P' : '.';
  }

  /** Whether most longer words begin with a capital, so that it tells nothing of a word. */
  private boolean isTitleCase() {
    int longer = 0;
    int capitals = 0;
    for (int i = 0; i < size; i++) {
      if (words[i].longer) {
        longer++;
        capitals += words[i].capital ? 1 : 0;
      }
    }
    return longer > 2 && capitals * 4 >= longer * 3;
  }

  /**
   * Finds the next phrase, the longest alone: adjectives, nouns and names, and verbs before a
   * hyphen, that end in a noun or name, and a number after it.
   */
  boolean nextPhrase() {
    for (int from = phraseEnd; from < size; ) {
      int at = from;
      while (at < size) {
        boolean hyphen = at + 1 < size && classes[at + 1] == 'H';
        if ("APN".indexOf(classes[at]) >= 0) {
          at += hyphen ? 2 : 1;
        } else if (hyphen && "VDv".indexOf(classes[at]) >= 0) {
          at += 2;
        } else {
          break;
        }
      }
      boolean ends = at > from && (classes[at - 1] == 'P' || classes[at - 1] == 'N');
      if (ends) {
        phraseStart = from;
        phraseEnd = at < size && classes[at] == 'D' ? at + 1 : at;
        return true;
      }
      from = Math.max(at, from + 1);
    }
    phraseEnd = size;
    return false;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = kindOf(c);
    }
    return kinds;
  }

  private static byte kindOf(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          LETTER;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          ACCENT;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          SPACE;
      default -> c >= '\t' && c <= '\r' ? SPACE : 0;
    };
  }
}
