package io.winnow.bench;

import java.util.List;

/** Writes a language: words as frequent as they are, in the order of sentences, without sense. */
interface Prose {
  /** ISO 639-1. */
  String lang();

  Topic topic(Dice dice, int day);

  /** One sentence with its full stop. */
  String sentence(Topic topic, Dice dice);

  String title(Topic topic, Dice dice);

  String person(Dice dice);

  /** Between two sentences. */
  String space();

  /** The sentence with another word somewhere. */
  String edited(String sentence, Topic topic, Dice dice);

  /** Lines that stand below each article of a site. */
  List<String> footer(String site, Dice dice);

  /** What menus, buttons and side columns say: so many words. */
  String label(Dice dice, int words);
}
