package io.winnow.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes articles one after the other: texts of about two kilobytes with a natural spread of
 * lengths, some of them edited copies of earlier ones, several about one topic.
 *
 * <p>Memory does not grow with their number: copies are made of the last {@value #REMEMBERED}.
 */
final class ArticleMaker {
  /** Share of articles that are copies, in percent. */
  static final int COPIES = 15;

  private static final int REMEMBERED = 2_000;
  private static final int TOPICS = 200;
  private static final int SITES = 300;
  private static final int DAYS = 45;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  /** Bytes of text of the middle article; with the spread, articles have 2,000 on average. */
  private static final double MEDIAN_BYTES = 1_450;

  private static final double SPREAD = 0.8;
  private static final int LEAST_BYTES = 250;
  private static final int MOST_BYTES = 40_000;

  private final Dice dice;
  private final List<Prose> languages;
  private final List<Voice> voices = new ArrayList<>();
  private long made;

  /** What is remembered of a language. */
  private static final class Voice {
    private final List<Site> sites = new ArrayList<>();
    private final List<Topic> topics = new ArrayList<>();
    private final List<MadeArticle> articles = new ArrayList<>();
  }

  ArticleMaker(long seed, boolean chinese, boolean english) {
    dice = new Dice(seed);
    Prose en = new EnglishProse();
    languages = new ArrayList<>();
    if (chinese) {
      languages.add(new ChineseProse());
    }
    if (english) {
      languages.add(en);
    }
    for (Prose prose : languages) {
      Voice voice = new Voice();
      for (int i = 0; i < SITES / languages.size(); i++) {
        voice.sites.add(Site.of(prose, en, dice, i));
      }
      voices.add(voice);
    }
  }

  MadeArticle next() {
    int language = dice.below(languages.size());
    Voice voice = voices.get(language);
    boolean copies = !voice.articles.isEmpty() && dice.percent(COPIES);
    MadeArticle article =
        copies
            ? copy(voice.articles.get(dice.below(voice.articles.size())), voice)
            : original(languages.get(language), voice);
    if (!copies) {
      remember(article, voice.articles, REMEMBERED);
    }
    made++;
    return article;
  }

  private <T> void remember(T item, List<T> items, int most) {
    if (items.size() < most) {
      items.add(item);
    } else {
      items.set(dice.below(most), item);
    }
  }

  private MadeArticle original(Prose prose, Voice voice) {
    Topic topic = topic(prose, voice);
    int left =
        (int)
            Math.min(
                MOST_BYTES, Math.max(LEAST_BYTES, MEDIAN_BYTES * Math.exp(SPREAD * dice.normal())));
    List<List<String>> paragraphs = new ArrayList<>();
    while (left > 0) {
      List<String> paragraph = new ArrayList<>();
      for (int i = dice.between(2, 6); i > 0 && left > 0; i--) {
        String sentence = prose.sentence(topic, dice);
        paragraph.add(sentence);
        left -= prose.lang().equals("zh") ? 3 * sentence.length() : sentence.length() + 1;
      }
      paragraphs.add(paragraph);
    }
    return new MadeArticle(
        made,
        prose,
        voice.sites.get(dice.below(voice.sites.size())),
        topic,
        prose.title(topic, dice),
        prose.person(dice),
        FIRST_DAY.plusDays(Math.min(DAYS - 1, topic.day() + dice.below(3))),
        paragraphs,
        false);
  }

  private Topic topic(Prose prose, Voice voice) {
    if (!voice.topics.isEmpty() && dice.percent(30)) {
      return voice.topics.get(dice.below(voice.topics.size()));
    }
    Topic topic = prose.topic(dice, dice.below(DAYS));
    remember(topic, voice.topics, TOPICS);
    return topic;
  }

  /** The text at another site: a fifth of the copies as it is, the others with some edits. */
  private MadeArticle copy(MadeArticle of, Voice voice) {
    int edits = dice.percent(20) ? 0 : dice.percent(60) ? 6 : 20;
    List<List<String>> paragraphs = new ArrayList<>();
    for (List<String> paragraph : of.paragraphs()) {
      List<String> edited = new ArrayList<>();
      for (String sentence : paragraph) {
        if (dice.percent(edits)) {
          edited.add(of.prose().edited(sentence, of.topic(), dice));
        } else if (!dice.percent(edits / 4)) {
          edited.add(sentence);
        }
      }
      if (!edited.isEmpty()) {
        paragraphs.add(edited);
      }
    }
    return new MadeArticle(
        made,
        of.prose(),
        voice.sites.get(dice.below(voice.sites.size())),
        of.topic(),
        dice.percent(50) ? of.title() : of.prose().title(of.topic(), dice),
        dice.percent(50) ? of.author() : of.prose().person(dice),
        of.date().plusDays(dice.below(2)),
        paragraphs.isEmpty() ? of.paragraphs() : paragraphs,
        true);
  }
}
