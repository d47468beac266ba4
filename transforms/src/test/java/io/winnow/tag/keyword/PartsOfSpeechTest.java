package io.winnow.tag.keyword;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyArray;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.Test;

class PartsOfSpeechTest {
  private static final String[] WORDS =
      ("The the quick Brown foxes jump over lazy dogs . , - ( ) \" 12 3.5 B2B émigré’s we'll see it"
              + " Rust compiler Apache Beam runs pipelines running fast better than I you have had"
              + " not New York in 2026 x 中文 C++ and/or U.S visited review reviews good of to a an"
              + " is")
          .split(" ");

  @Test
  void saysWhatOpenNlpSays() throws IOException {
    PartsOfSpeech parts = PartsOfSpeech.bundled();
    POSTaggerME tagger = new POSTaggerME(model());
    Random random = new Random(11);
    for (int n = 0; n < 500; n++) {
      List<String> sentence = new ArrayList<>();
      for (int words = 1 + random.nextInt(25); words > 0; words--) {
        sentence.add(WORDS[random.nextInt(WORDS.length)]);
      }
      String[] expected = tagger.tag(sentence.toArray(String[]::new));
      assertThat(sentence.toString(), parts.of(sentence), equalTo(expected));
    }
  }

  @Test
  void anEmptySentenceHasNoTags() {
    assertThat(PartsOfSpeech.bundled().of(List.of()), emptyArray());
  }

  private static POSModel model() throws IOException {
    try (InputStream in =
        POSTaggerME.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
      return new POSModel(in);
    }
  }
}
