package io.winnow.han;

import java.nio.IntBuffer;

/** Longer words, which what was cut is joined to. */
final class CustomWords {
  private static final class Loaded {
    static final CustomWords INSTANCE =
        new CustomWords(DictionaryFile.ints("custom/CustomDictionary.txt.bin"));
  }

  final DoubleArray trie;
  final short[] natures;
  final int[] frequencies;

  static CustomWords bundled() {
    return Loaded.INSTANCE;
  }

  private CustomWords(IntBuffer in) {
    int size = in.get();
    if (size < 0) {
      throw new IllegalStateException("the custom dictionary has parts of speech of its own");
    }
    natures = new short[size];
    frequencies = new int[size];
    for (int i = 0; i < size; i++) {
      frequencies[i] = in.get();
      int count = in.get();
      natures[i] = (short) in.get();
      in.position(in.position() + 2 * count - 1);
    }
    trie = DoubleArray.read(in);
  }
}
