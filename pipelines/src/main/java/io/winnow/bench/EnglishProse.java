package io.winnow.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** English: clauses by patterns of parts of speech, which are told by the ends of words. */
final class EnglishProse implements Prose {
  /** Words of so high a rank hold sentences together, and patterns have them. */
  private static final int FUNCTION_WORDS = 160;

  private static final String[] CLAUSES = {
    "D A N V D N P D N",
    "M V that D N would be A for D N",
    "D N P D A N V R",
    "M , D N of D N , V D A N P #",
    "S V # n in D N , but not P D N",
    "it is A to see how M V D N",
    "D n of M have V more than # n this year",
    "W said that D N of M was A",
    "there are # n that D N R V",
    "by G D N , M V P D A N",
    "most n V D N because D N is A",
    "M and D N V P D N last week",
    "if D N is V , D A n will be A",
    "S R V D N of M P D N",
    "what D N V is D A N of n",
    "after # days of G , D N V P M",
    "D A N and D N are V by n",
    "M now has # n in its N and V them P D N"
  };
  private static final String[] JOINS = {
    ", and ", ", but ", ", while ", "; ", ", because ", ", so "
  };
  private static final String[] ENDS = {".", ".", ".", ".", ".", ".", ".", ".", "?", "!"};
  private static final String[] FIRST_NAMES = {
    "Anna", "Ben", "Clara", "David", "Elena", "Frank", "Grace", "Henry", "Irene", "James", "Karen",
    "Leo", "Maria", "Noah", "Olivia", "Peter", "Rosa", "Simon", "Tara", "Victor"
  };
  private static final Map<String, String[]> FIXED =
      Map.of(
          "D", new String[] {"the", "the", "the", "a", "a", "its", "this", "their", "every", "our"},
          "P",
              new String[] {"in", "for", "on", "with", "from", "at", "by", "about", "into", "over"},
          "S", new String[] {"he", "she", "they", "we", "it", "the company", "the team"});

  private final Map<String, WeightedWords> classes = new HashMap<>();
  private final WeightedWords content;
  private final List<String> all;
  private final List<String> names = Tables.names(false);
  private final WeightedWords knownNames = WeightedWords.zipf(names);

  EnglishProse() {
    List<String> ranked = Tables.english();
    all =
        ranked.subList(FUNCTION_WORDS, ranked.size()).stream().filter(w -> w.length() > 3).toList();
    Map<String, List<String>> byClass = new HashMap<>();
    all.forEach(
        word -> byClass.computeIfAbsent(partOfSpeech(word), any -> new ArrayList<>()).add(word));
    byClass.forEach((name, words) -> classes.put(name, WeightedWords.zipf(words)));
    content = WeightedWords.zipf(all);
  }

  private static String partOfSpeech(String word) {
    if (word.endsWith("ly")) {
      return "R";
    } else if (word.endsWith("ing")) {
      return "G";
    } else if (word.endsWith("ed")) {
      return "V";
    } else if (word.matches(".*(al|ive|ous|ful|able|ible|ic|ish|less|ent|ant)")) {
      return "A";
    }
    return word.endsWith("s") && !word.endsWith("ss") ? "n" : "N";
  }

  @Override
  public String lang() {
    return "en";
  }

  @Override
  public Topic topic(Dice dice, int day) {
    List<String> about = new ArrayList<>();
    about.add(knownNames.draw(dice));
    about.add(capital(all.get(dice.below(all.size()))) + " " + capital(content.draw(dice)));
    about.add(dice.percent(50) ? person(dice) : knownNames.draw(dice));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      words.add(all.get(dice.below(all.size())));
    }
    return new Topic(about, words, day);
  }

  @Override
  public String sentence(Topic topic, Dice dice) {
    StringBuilder text = new StringBuilder(160);
    for (int clauses = dice.percent(40) ? 2 : 1; clauses > 0; clauses--) {
      clause(topic, dice, text);
      text.append(clauses > 1 ? dice.one(JOINS) : dice.one(ENDS));
    }
    text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    return text.toString();
  }

  private void clause(Topic topic, Dice dice, StringBuilder text) {
    String pattern = CLAUSES[dice.below(CLAUSES.length)];
    for (int at = 0; at < pattern.length(); ) {
      int end = pattern.indexOf(' ', at);
      end = end < 0 ? pattern.length() : end;
      String slot = pattern.substring(at, end);
      if (at > 0 && !slot.equals(",")) {
        text.append(' ');
      }
      text.append(slot.length() == 1 ? word(slot, topic, dice) : slot);
      at = end + 1;
    }
  }

  private String word(String slot, Topic topic, Dice dice) {
    String[] fixed = FIXED.get(slot);
    if (fixed != null) {
      return dice.one(fixed);
    }
    return switch (slot) {
      case "M" -> topic.name(dice);
      case "W" -> person(dice);
      case "#" -> number(dice);
      case "N" -> dice.percent(30) ? topic.word(dice) : classes.get(slot).draw(dice);
      case "," -> ",";
      default -> classes.get(slot).draw(dice);
    };
  }

  private static String number(Dice dice) {
    return switch (dice.below(5)) {
      case 0 -> dice.between(2, 99) + " percent of";
      case 1 -> "$" + dice.between(2, 900) + " million of";
      case 2 -> Integer.toString(dice.between(2, 20));
      case 3 -> dice.between(1, 99) + "," + dice.between(100, 999);
      default -> dice.between(1, 9) + "." + dice.below(10) + " million";
    };
  }

  @Override
  public String title(Topic topic, Dice dice) {
    String title =
        switch (dice.below(4)) {
          case 0 ->
              topic.name(dice)
                  + " "
                  + word("V", topic, dice)
                  + " the "
                  + topic.word(dice)
                  + " of "
                  + word("n", topic, dice);
          case 1 ->
              "Why "
                  + topic.name(dice)
                  + " is "
                  + word("G", topic, dice)
                  + " its "
                  + topic.word(dice);
          case 2 ->
              "The " + word("A", topic, dice) + " " + topic.word(dice) + " of " + topic.name(dice);
          default ->
              topic.name(dice)
                  + ": "
                  + number(dice)
                  + " "
                  + word("n", topic, dice)
                  + " and "
                  + word("A", topic, dice)
                  + " "
                  + word("N", topic, dice);
        };
    return capital(title);
  }

  @Override
  public String person(Dice dice) {
    return dice.one(FIRST_NAMES) + " " + capital(all.get(dice.below(all.size())));
  }

  @Override
  public String space() {
    return " ";
  }

  @Override
  public String edited(String sentence, Topic topic, Dice dice) {
    int from = sentence.indexOf(' ', dice.below(sentence.length()));
    int to = from < 0 ? -1 : sentence.indexOf(' ', from + 1);
    return to < 0
        ? sentence
        : sentence.substring(0, from + 1) + content.draw(dice) + sentence.substring(to);
  }

  @Override
  public List<String> footer(String site, Dice dice) {
    return List.of(
        "Sign up for the " + site + " newsletter and get the " + label(dice, 2) + " in your inbox.",
        "Follow " + site + " for more about " + label(dice, 3) + ".",
        "© 2026 " + site + ". All rights reserved.");
  }

  @Override
  public String label(Dice dice, int words) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < words; i++) {
      label.append(i == 0 ? "" : " ").append(content.draw(dice));
    }
    return label.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
