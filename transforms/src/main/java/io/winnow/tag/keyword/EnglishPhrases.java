package io.winnow.tag.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Noun phrases of English: nouns and names with the adjectives before them, as a part-of-speech
 * tagger sees them (Hulth, "Improved Automatic Keyword Extraction Given More Linguistic Knowledge",
 * 2003). Words joined by a hyphen stay together. Also serves other languages in Latin letters, with
 * less success.
 */
final class EnglishPhrases implements PhraseFinder {
  private static final int MAX_WORDS = 5;

  /** Words and the hyphens between them. */
  private static final int MAX_TOKENS = 9;

  private static final int MAX_CHARS = 60;
  private static final double GENERIC = 0.3;
  private static final double GENERIC_ALONE = 0.1;
  private static final Powers POWERS = new Powers(new Weights(0.5, 0.8, 0.52, 1, 200, 0.5));

  private static final class Model {
    static final PartsOfSpeech INSTANCE = PartsOfSpeech.bundled();

    /** By the number of a tag: the class of its words; a point where their form decides. */
    static final char[] CLASSES = classes();

    private static char[] classes() {
      char[] classes = new char[INSTANCE.count()];
      for (int tag = 0; tag < classes.length; tag++) {
        classes[tag] =
            switch (INSTANCE.name(tag)) {
              case "PROPN" -> 'P';
              case "NOUN" -> 'N';
              case "ADJ" -> 'A';
              case "NUM" -> 'D';
              case "VERB" -> 'v';
              default -> '.';
            };
      }
      return classes;
    }
  }

  private final WordLists lists = WordLists.of("en");
  private final Background background = Background.of("en");
  private final WordTable<Term> terms = new WordTable<>(Term::new);
  private final WordTable<EnglishWord> words = new WordTable<>(this::make);

  @Override
  public void find(List<String> sentences, PhraseRanking ranking) {
    EnglishSentence words = new EnglishSentence(this);
    for (int s = 0; s < sentences.size(); s++) {
      ranking.sentence(s);
      find(sentences.get(s), words, ranking);
    }
  }

  /** Visits the phrases of one sentence. */
  void find(String sentence, EnglishSentence words, PhraseRanking ranking) {
    words.read(sentence, 0, sentence.length());
    words.classify();
    while (words.nextPhrase()) {
      phrase(words, words.phraseStart, words.phraseEnd, ranking);
    }
  }

  private void phrase(EnglishSentence words, int start, int end, PhraseRanking ranking) {
    for (int i = start; i < end; i++) {
      if (words.classes[i] != 'H') {
        ranking.word(words.words[i].term);
      }
    }
    for (int from = start; from < end; from++) {
      for (int to = Math.min(end, from + MAX_TOKENS); to > from; to--) {
        if (stands(words.classes, start, end, from, to)) {
          emit(words, from, to, from == start && to == end, ranking);
        }
      }
    }
  }

  /** Whether a part of a phrase, or the whole, could stand alone. */
  private static boolean stands(char[] classes, int start, int end, int from, int to) {
    if (from == start && to == end) {
      return true;
    }
    boolean cutsHyphen =
        from > start && (classes[from] == 'H' || classes[from - 1] == 'H')
            || to < end && (classes[to] == 'H' || classes[to - 1] == 'H');
    char last = classes[to - 1];
    return !cutsHyphen && (last == 'N' || last == 'P');
  }

  private void emit(EnglishSentence words, int from, int to, boolean whole, PhraseRanking ranking) {
    int count = 0;
    long key = 0;
    int length = 0;
    for (int i = from; i < to; i++) {
      length += words.ends[i] - words.starts[i];
      length += i > from && words.ends[i - 1] < words.starts[i] ? 1 : 0;
      if (words.classes[i] != 'H') {
        Term term = words.words[i].term;
        key = key * term.power + term.hash;
        count++;
      }
    }
    boolean possessive = words.words[to - 1].possessive;
    length -= possessive ? 2 : 0;
    if (count > MAX_WORDS || length > MAX_CHARS || length < 2) {
      return;
    }
    Candidate candidate = ranking.known(key);
    if (candidate == null) {
      Term[] phrase = new Term[count];
      boolean generic = true;
      for (int i = from, k = 0; i < to; i++) {
        if (words.classes[i] != 'H') {
          phrase[k] = words.words[i].term;
          generic &= lists.generic().contains(phrase[k++].text);
        }
      }
      String surface = surface(words, from, to, length);
      candidate = ranking.add(key, surface, phrase, generic ? GENERIC_ALONE : 1);
    }
    ranking.use(candidate, whole);
  }

  private static String surface(EnglishSentence words, int from, int to, int length) {
    StringBuilder surface = new StringBuilder(length + 2);
    for (int i = from; i < to; i++) {
      if (i > from && words.ends[i - 1] < words.starts[i]) {
        surface.append(' ');
      }
      surface.append(words.text, words.starts[i], words.ends[i] - words.starts[i]);
    }
    surface.setLength(length);
    return surface.toString();
  }

  /** The words of a text as phrases hold them. */
  List<Term> words(String text) {
    EnglishSentence sentence = new EnglishSentence(this);
    sentence.read(text, 0, text.length());
    List<Term> found = new ArrayList<>(sentence.size);
    for (int i = 0; i < sentence.size; i++) {
      if (sentence.words[i].word) {
        found.add(sentence.words[i].term);
      }
    }
    return found;
  }

  EnglishWord word(char[] text, int from, int to) {
    return words.get(text, from, to);
  }

  /** What is known of a folded word. */
  WordTable<Term> terms() {
    return terms;
  }

  private EnglishWord make(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    EnglishWord inProse =
        lower.equals(text) || !background.isCommon(lower) ? null : words.get(lower);
    return new EnglishWord(
        text, terms.get(EnglishWord.fold(text)), inProse, isNoKeyword(EnglishWord.lower(text)));
  }

  /** What a word says of parts of speech. */
  static PartsOfSpeech.Word speech(EnglishWord word) {
    PartsOfSpeech.@Nullable Word speech = word.speech;
    if (speech == null) {
      speech = Model.INSTANCE.word(word.text);
      word.speech = speech;
    }
    return speech;
  }

  static void tag(PartsOfSpeech.Word[] sentence, int size, byte[] found) {
    if (size > 0) {
      Model.INSTANCE.of(sentence, size, found);
    }
  }

  /** The class of the words with a tag; a point where their form decides. */
  static char classOf(byte tag) {
    return Model.CLASSES[tag];
  }

  @Override
  public double information(Term word) {
    double known = word.english;
    if (Double.isNaN(known)) {
      known = background.information(word.text);
      known = lists.generic().contains(word.text) ? GENERIC * known : known;
      word.english = known;
    }
    return known;
  }

  @Override
  public boolean isCommon(String word) {
    return background.isCommon(word);
  }

  @Override
  public Powers powers() {
    return POWERS;
  }

  /** Whether a word, in lower case, is never part of a keyword. */
  boolean isNoKeyword(String word) {
    return lists.stop().contains(word);
  }
}
