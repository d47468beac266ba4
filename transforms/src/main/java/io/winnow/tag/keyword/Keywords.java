package io.winnow.tag.keyword;

import io.winnow.schema.ScoredTerm;
import io.winnow.text.Block;
import io.winnow.text.Blocks;
import io.winnow.text.Scripts;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts the keywords of an article from its title and text: phrases as they stand there, best
 * first, scored 0 to 1. Code, tables and images give none. Depends on nothing but the article.
 */
public final class Keywords {
  /** UTF-16 units of a text that are read. */
  private static final int REACH = 400_000;

  /** From this share of its letters a text is read as Chinese. */
  private static final double CHINESE = 0.2;

  private static final class English {
    static final EnglishPhrases INSTANCE = new EnglishPhrases();
  }

  private static final class Chinese {
    static final PhraseFinder INSTANCE = new ChinesePhrases(English.INSTANCE);
  }

  private Keywords() {}

  /** At most {@code max} keywords; fewer only where the text has fewer phrases. */
  public static List<ScoredTerm> of(String title, String text, int max) {
    if (max == 0) {
      return List.of();
    }
    String read = text.substring(0, Math.min(text.length(), REACH));
    PhraseFinder finder = Scripts.cjkShare(read) >= CHINESE ? Chinese.INSTANCE : English.INSTANCE;
    PhraseRanking ranking = new PhraseRanking(finder);
    ranking.read(passages(title, read));
    return ranking.best(max);
  }

  /**
   * The title, and what can hold keywords: sentences and headings, in order. A title taken from the
   * text is not read twice.
   */
  private static List<String> passages(String title, String text) {
    List<String> passages = new ArrayList<>();
    passages.add(text.contains(title) ? "" : title);
    List<Block> blocks = Blocks.of(text);
    List<Sentence> sentences = Sentences.of(text);
    int next = 0;
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      if (block.kind() == Block.Kind.HEADING) {
        passages.add(text.substring(block.start(), block.end()));
      }
      for (; next < sentences.size() && sentences.get(next).block() == b; next++) {
        passages.add(sentences.get(next).text());
      }
    }
    return passages;
  }
}
