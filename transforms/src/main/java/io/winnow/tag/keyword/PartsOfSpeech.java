package io.winnow.tag.keyword;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells the part of speech of each word of an English sentence, as OpenNLP's tagger does with the
 * same model, and many times faster: what a word's own letters say is summed once for all its uses.
 *
 * <p>That tagger follows three sequences of tags, but its cache of features gives all three the
 * tags that the best one ends in. So the best never changes, and it alone is followed here. Safe
 * for use by many threads.
 */
final class PartsOfSpeech {
  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  /**
   * What a word says of its own tag and of those around it.
   *
   * @param sums by tag, from its letters
   * @param shape what follows the features of the neighbours
   * @param says to the tag of the word after it, two after, before it, and two before
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Word(double[] sums, Context[] shape, @Nullable Context[] says) {}

  private final String[] tags;
  private final Map<String, Context> features;
  private final POSContextGenerator letters;
  private final @Nullable Context[] after;
  private final @Nullable Context[][] afterTwo;
  private final @Nullable Context[] begin;

  private PartsOfSpeech(POSModel model) {
    AbstractModel maxent = model.getArtifact("pos.model");
    this.letters = model.getFactory().getPOSContextGenerator();
    this.features = features(maxent);
    this.tags = new String[maxent.getNumOutcomes()];
    this.after = new Context[tags.length];
    this.afterTwo = new Context[tags.length][tags.length];
    for (int tag = 0; tag < tags.length; tag++) {
      tags[tag] = maxent.getOutcome(tag);
      after[tag] = features.get("t=" + tags[tag]);
    }
    for (int first = 0; first < tags.length; first++) {
      for (int second = 0; second < tags.length; second++) {
        afterTwo[first][second] = features.get("t2=" + tags[first] + "," + tags[second]);
      }
    }
    this.begin =
        new Context[] {
          features.get("S=begin"), features.get("p1S=begin"), features.get("p2S=begin")
        };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Context> features(AbstractModel model) {
    return (Map<String, Context>) model.getDataStructures()[1];
  }

  /** The tagger with the model that ships with Winnow. */
  static PartsOfSpeech bundled() {
    try (InputStream in = PartsOfSpeech.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("missing the part-of-speech model");
      }
      return new PartsOfSpeech(new POSModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tag of each word, in the notation of Universal Dependencies. */
  String[] of(List<String> sentence) {
    Word[] read = sentence.stream().map(this::word).toArray(Word[]::new);
    byte[] numbers = new byte[read.length];
    of(read, read.length, numbers);
    String[] found = new String[read.length];
    for (int at = 0; at < found.length; at++) {
      found[at] = tags[numbers[at]];
    }
    return found;
  }

  /** How many tags there are. */
  int count() {
    return tags.length;
  }

  /** The name of a tag. */
  String name(int tag) {
    return tags[tag];
  }

  /** Puts the number of the tag of each word into {@code found}. */
  void of(Word[] sentence, int size, byte[] found) {
    double[] sums = new double[tags.length];
    int before = -1;
    int twoBefore = -1;
    for (int at = 0; at < size; at++) {
      sum(sentence, size, at, sums);
      if (before >= 0) {
        add(after[before], sums);
      }
      if (twoBefore >= 0) {
        add(afterTwo[twoBefore][before], sums);
      }
      twoBefore = before;
      before = largest(sums);
      found[at] = (byte) before;
    }
  }

  /** Everything but what the tags before it say, in the order in which the model was trained. */
  private void sum(Word[] sentence, int size, int at, double[] sums) {
    Word word = sentence[at];
    System.arraycopy(word.sums(), 0, sums, 0, sums.length);
    if (at > 0) {
      add(sentence[at - 1].says()[0], sums);
    }
    if (at > 1) {
      add(sentence[at - 2].says()[1], sums);
    }
    if (at + 1 < size) {
      add(sentence[at + 1].says()[2], sums);
    }
    if (at + 2 < size) {
      add(sentence[at + 2].says()[3], sums);
    }
    if (at < begin.length) {
      add(begin[at], sums);
    }
    for (Context shape : word.shape()) {
      add(shape, sums);
    }
  }

  private static int largest(double[] sums) {
    int largest = 0;
    for (int tag = 1; tag < sums.length; tag++) {
      largest = sums[tag] > sums[largest] ? tag : largest;
    }
    return largest;
  }

  /** What the model knows of a word: reads its features when it stands alone. */
  Word word(String text) {
    String[] alone;
    synchronized (letters) {
      alone = letters.getContext(0, new String[] {text}, new String[0], new Object[0]);
    }
    double[] sums = new double[tags.length];
    Arrays.fill(sums, Math.log(1.0 / tags.length));
    List<Context> shape = new ArrayList<>();
    String word = "";
    boolean begun = false;
    for (String feature : alone) {
      Context context = features.get(feature);
      if (feature.equals("S=begin")) {
        begun = true;
      } else if (!begun) {
        add(context, sums);
        word = feature;
      } else if (context != null) {
        shape.add(context);
      }
    }
    Context[] says = {
      features.get("p1" + word),
      features.get("p2" + word),
      features.get("n1" + word),
      features.get("n2" + word)
    };
    return new Word(sums, shape.toArray(Context[]::new), says);
  }

  private static void add(@Nullable Context context, double[] sums) {
    if (context != null) {
      int[] outcomes = context.getOutcomes();
      double[] parameters = context.getParameters();
      for (int i = 0; i < outcomes.length; i++) {
        sums[outcomes[i]] += parameters[i];
      }
    }
  }
}
