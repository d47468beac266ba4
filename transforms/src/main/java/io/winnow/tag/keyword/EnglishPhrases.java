package io.winnow.tag.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Noun phrases of English: nouns and names with the adjectives before them, as a part-of-speech
 * tagger sees them (Hulth, "Improved Automatic Keyword Extraction Given More Linguistic Knowledge",
 * 2003). Words joined by a hyphen stay together. Also serves other languages in Latin letters, with
 * less success.
 */
final class EnglishPhrases implements PhraseFinder {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:[.'’&/#][\\p{L}\\p{N}]++)*+[+#]{0,2}|[^\\s\\p{Z}]");

  /** One letter a token: A adjective, N noun, P name, V participle, v verb, D number, H hyphen. */
  private static final Pattern PHRASE = Pattern.compile("(?:[APN]H?|[VDv]H)*+(?<=[PN])D?+");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]++");
  private static final int MAX_WORDS = 5;

  /** Words and the hyphens between them. */
  private static final int MAX_TOKENS = 9;

  private static final int MAX_CHARS = 60;
  private static final double GENERIC = 0.3;
  private static final Weights WEIGHTS = new Weights(0.5, 0.8, 0.52, 1, 200, 0.5);

  private static final class Model {
    static final PartsOfSpeech INSTANCE = PartsOfSpeech.bundled();
  }

  private record Token(String text, int start, int end) {}

  private final WordLists words = WordLists.of("en");
  private final Background background = Background.of("en");

  @Override
  public void find(List<String> sentences, Sink sink) {
    for (int s = 0; s < sentences.size(); s++) {
      sink.sentence(s);
      find(sentences.get(s), sink);
    }
  }

  /** A phrase of a sentence: UTF-16 offsets. */
  record Chunk(int start, int end) {}

  /** The phrases of a sentence, the longest alone, in its order. */
  List<Chunk> chunks(String sentence) {
    List<Token> tokens = tokens(sentence);
    Matcher phrases = PHRASE.matcher(classes(tokens));
    List<Chunk> chunks = new ArrayList<>();
    while (phrases.find()) {
      if (phrases.start() < phrases.end()) {
        chunks.add(
            new Chunk(tokens.get(phrases.start()).start(), tokens.get(phrases.end() - 1).end()));
      }
    }
    return chunks;
  }

  private static List<Token> tokens(String sentence) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sentence);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
    }
    return tokens;
  }

  /** The words of a sentence as phrases hold them. */
  static List<String> words(String sentence) {
    return tokens(sentence).stream()
        .filter(token -> Character.isLetterOrDigit(token.text().codePointAt(0)))
        .map(token -> fold(token.text()))
        .toList();
  }

  private StringBuilder classes(List<Token> tokens) {
    boolean heading = isTitleCase(tokens);
    String[] tags =
        Model.INSTANCE.of(
            tokens.stream()
                .map(Token::text)
                .map(text -> heading ? background.uncapitalized(text) : text)
                .toList());
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < tags.length; i++) {
      classes.append(classOf(tokens, i, tags[i]));
    }
    return classes;
  }

  /** Visits the phrases of one sentence. */
  void find(String sentence, Sink sink) {
    List<Token> tokens = tokens(sentence);
    StringBuilder classes = classes(tokens);
    Matcher phrases = PHRASE.matcher(classes);
    while (phrases.find()) {
      if (phrases.start() < phrases.end()) {
        phrase(sentence, tokens, classes, phrases.start(), phrases.end(), sink);
      }
    }
  }

  private void phrase(
      String sentence, List<Token> tokens, CharSequence classes, int start, int end, Sink sink) {
    for (int i = start; i < end; i++) {
      if (classes.charAt(i) != 'H') {
        sink.word(fold(tokens.get(i).text()));
      }
    }
    for (int from = start; from < end; from++) {
      for (int to = Math.min(end, from + MAX_TOKENS); to > from; to--) {
        if (stands(classes, start, end, from, to)) {
          emit(sentence, tokens.subList(from, to), from == start && to == end, sink);
        }
      }
    }
  }

  /** Whether a part of a phrase, or the whole, could stand alone. */
  private static boolean stands(CharSequence classes, int start, int end, int from, int to) {
    if (from == start && to == end) {
      return true;
    }
    boolean cutsHyphen =
        from > start && (classes.charAt(from) == 'H' || classes.charAt(from - 1) == 'H')
            || to < end && (classes.charAt(to) == 'H' || classes.charAt(to - 1) == 'H');
    char last = classes.charAt(to - 1);
    return !cutsHyphen && (last == 'N' || last == 'P');
  }

  private void emit(String sentence, List<Token> tokens, boolean whole, Sink sink) {
    List<String> folded =
        tokens.stream()
            .map(Token::text)
            .filter(text -> !isHyphen(text))
            .map(EnglishPhrases::fold)
            .toList();
    String surface =
        withoutPossessive(
            SPACE
                .matcher(
                    sentence.substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end()))
                .replaceAll(" "));
    if (folded.size() > MAX_WORDS || surface.length() > MAX_CHARS || surface.length() < 2) {
      return;
    }
    double fitness = words.generic().containsAll(folded) ? 0.1 : 1;
    if (whole) {
      sink.phrase(surface, folded, fitness);
    } else {
      sink.part(surface, folded, fitness);
    }
  }

  @Override
  public double information(String word) {
    double information = background.information(word);
    return words.generic().contains(word) ? GENERIC * information : information;
  }

  @Override
  public boolean isCommon(String word) {
    return background.isCommon(word);
  }

  @Override
  public Weights weights() {
    return WEIGHTS;
  }

  private char classOf(List<Token> tokens, int i, String tag) {
    String text = tokens.get(i).text();
    if (isHyphen(text)) {
      boolean joins =
          i > 0
              && i + 1 < tokens.size()
              && tokens.get(i - 1).end() == tokens.get(i).start()
              && tokens.get(i + 1).start() == tokens.get(i).end();
      return joins ? 'H' : '.';
    }
    if (!Character.isLetterOrDigit(text.codePointAt(0))) {
      return '.';
    }
    String lower = lower(text);
    if (isNoKeyword(lower)) {
      return '.';
    }
    return switch (tag) {
      case "PROPN" -> 'P';
      case "NOUN" -> 'N';
      case "ADJ" -> 'A';
      case "NUM" -> 'D';
      case "VERB" -> lower.endsWith("ing") || lower.endsWith("ed") ? 'V' : 'v';
      default ->
          Character.isDigit(text.charAt(0))
              ? 'D'
              : i > 0 && Character.isUpperCase(text.charAt(0)) ? 'P' : '.';
    };
  }

  /** Whether most longer words begin with a capital, so that it tells nothing of a word. */
  private static boolean isTitleCase(List<Token> tokens) {
    int words = 0;
    int capitals = 0;
    for (Token token : tokens) {
      if (token.text().length() > 3 && Character.isLetter(token.text().charAt(0))) {
        words++;
        capitals += Character.isUpperCase(token.text().charAt(0)) ? 1 : 0;
      }
    }
    return words > 2 && capitals * 4 >= words * 3;
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** Whether a word, in lower case, is never part of a keyword. */
  boolean isNoKeyword(String word) {
    return words.stop().contains(word);
  }

  private static boolean isHyphen(String token) {
    return token.equals("-") || token.equals("‐") || token.equals("‑") || token.equals("–");
  }

  /** Lower case without the plural's s, so that a word and its plural count together. */
  private static String fold(String word) {
    String lower = withoutPossessive(word.toLowerCase(Locale.ROOT));
    boolean plural =
        lower.length() > 3
            && lower.endsWith("s")
            && !lower.endsWith("ss")
            && !lower.endsWith("us")
            && !lower.endsWith("is");
    if (!plural) {
      return lower;
    }
    return lower.endsWith("ies")
        ? lower.substring(0, lower.length() - 3) + "y"
        : lower.substring(0, lower.length() - 1);
  }

  private static String withoutPossessive(String word) {
    return word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
  }
}
