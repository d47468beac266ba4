package io.winnow.han;

import com.hankcs.hanlp.corpus.tag.Nature;

/** Parts of speech by their numbers in the dictionaries. */
public final class Natures {
  static final int NAME = number("nr");
  static final int FOREIGN_NAME = number("nrf");
  static final int TITLE = number("nnt");
  static final int NOUN = number("n");
  static final int NUMBER = number("m");
  static final int LATIN = number("nx");
  static final int PROPER = number("nz");
  static final int MARK = number("w");
  static final int BEGIN = number("begin");
  static final int END = number("end");

  private static final String[] NAMES = names();

  private Natures() {}

  /** How many there are. */
  public static int count() {
    return NAMES.length;
  }

  /** Its name in the segmenter's notation. */
  public static String name(int number) {
    return NAMES[number];
  }

  private static int number(String name) {
    return Nature.create(name).ordinal();
  }

  private static String[] names() {
    Nature[] all = Nature.values();
    String[] names = new String[all.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = all[i].toString();
    }
    return names;
  }
}
