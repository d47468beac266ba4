package io.winnow.han;

import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * The segmenter's core dictionary. Names, numbers, times and the like stand for their class: they
 * have its number where pairs of words are counted.
 */
final class CoreWords {
  /** Share of what pairs say. */
  private static final double LAMBDA = 0.9;

  private static final class Loaded {
    static final CoreWords INSTANCE = read();
  }

  final DoubleArray trie;

  /** By the number of a word: the part of speech that it has most often. */
  final short[] natures;

  /** How often the corpus has it. */
  final int[] frequencies;

  /** What each word is worth on a way, {@link #FACTS} numbers a word. */
  final int[] facts;

  static final int FACTS = 8;

  /** The number of its class; its own where it stands for itself. */
  static final int CLASS = 0;

  /** How often the corpus has what it stands for. */
  static final int FREQUENCY = 1;

  /** The part of speech of what it stands for. */
  static final int NATURE = 2;

  /** Where the pairs begin that it is the first of, and how far they reach. */
  static final int START = 3;

  static final int MASK = 4;

  /** Whether nothing can cost less than nothing after it. */
  static final int PLAIN = 5;

  /** What it costs after a word that it was never counted with, in two halves. */
  private static final int COST = 6;

  final int begin;
  final int end;
  final int person;
  final int number;
  final int latin;

  /** Words of the whole corpus. */
  final int total;

  /** Weight of what is counted among pairs. */
  private final double mu;

  static CoreWords bundled() {
    return Loaded.INSTANCE;
  }

  private CoreWords(IntBuffer in) {
    int size = in.get();
    natures = new short[size];
    frequencies = new int[size];
    boolean[] single = new boolean[size];
    for (int i = 0; i < size; i++) {
      frequencies[i] = in.get();
      int count = in.get();
      single[i] = count == 1;
      natures[i] = (short) in.get();
      in.position(in.position() + 2 * count - 1);
    }
    trie = DoubleArray.read(in);
    total = in.hasRemaining() ? in.get() : Arrays.stream(frequencies).sum();
    begin = trie.find("始##始");
    end = trie.find("末##末");
    person = trie.find("未##人");
    number = trie.find("未##数");
    latin = trie.find("未##串");
    mu = 1 - ((double) 1 / total + 0.00001);
    facts = new int[FACTS * size];
    WordPairs pairs = WordPairs.bundled();
    int[] ofNatures = ofNatures();
    for (int i = 0; i < size; i++) {
      int stands = single[i] ? ofNatures[natures[i]] : -1;
      String nature = Natures.name(natures[i]);
      boolean all = stands >= 0 && ("mx".indexOf(nature.charAt(0)) >= 0 || nature.equals("t"));
      put(pairs, i, stands < 0 ? i : stands, all ? stands : i);
    }
  }

  private void put(WordPairs pairs, int word, int stands, int counts) {
    int at = FACTS * word;
    facts[at + CLASS] = stands;
    facts[at + FREQUENCY] = frequencies[counts];
    facts[at + NATURE] = natures[counts];
    facts[at + START] = pairs.start(stands);
    facts[at + MASK] = pairs.mask(stands);
    facts[at + PLAIN] = pairs.highest(stands) <= frequencies[counts] + 1 ? 1 : 0;
    long cost = Double.doubleToRawLongBits(cost(0, 0, frequencies[counts]));
    facts[at + COST] = (int) (cost >>> 32);
    facts[at + COST + 1] = (int) cost;
  }

  /** What a word costs after one that it was never counted with. */
  double costAlone(int word) {
    int at = FACTS * word + COST;
    return Double.longBitsToDouble((long) facts[at] << 32 | facts[at + 1] & 0xFFFFFFFFL);
  }

  /**
   * What a word costs after another.
   *
   * @param together how often they were counted together
   * @param first how often the one before it was
   * @param second how often the word itself was
   */
  double cost(int together, int first, int second) {
    return -Math.log(
        LAMBDA * (mu * together / (first + 1) + 1 - mu) + (1 - LAMBDA) * second / total);
  }

  /** By the number of a part of speech: what a word that is nothing else stands for, else -1. */
  private int[] ofNatures() {
    int place = trie.find("未##地");
    int group = trie.find("未##团");
    int time = trie.find("未##时");
    int proper = trie.find("未##专");
    int[] classes = new int[Natures.count()];
    for (int i = 0; i < classes.length; i++) {
      String name = Natures.name(i);
      if (name.startsWith("nr")) {
        classes[i] = person;
      } else if (name.startsWith("ns")) {
        classes[i] = place;
      } else if (name.equals("nx")) {
        classes[i] = proper < 0 ? latin : proper;
      } else if (name.startsWith("nt") || name.equals("nit")) {
        classes[i] = group;
      } else if (name.startsWith("m")) {
        classes[i] = number;
      } else if (name.startsWith("x")) {
        classes[i] = latin;
      } else {
        classes[i] = name.equals("t") ? time : -1;
      }
    }
    return classes;
  }

  /** How often the corpus has a word; 0 where the dictionary lacks it. */
  int frequency(CharSequence word) {
    int number = trie.find(word);
    return number < 0 ? 0 : frequencies[number];
  }

  private static CoreWords read() {
    return new CoreWords(DictionaryFile.ints("CoreNatureDictionary.mini.txt.bin"));
  }
}
