package io.winnow.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalFormsTest {
  @Test
  void normalizesEveryCharacterAsJavaDoes() {
    for (int c = 0; c < 1 << 16; c++) {
      assertSame(String.valueOf((char) c));
    }
  }

  @Test
  void normalizesEveryPairOfAMarkAsJavaDoes() {
    int[] before = {'a', 'q', 0xE9, 0x3B1, 0x4E2D, 0x304B, 0xFF21, 0xFF76, 0x2026, 0x1100, 0xAC00};
    for (int c = 0; c < 1 << 16; c++) {
      for (int first : before) {
        assertSame("" + (char) first + (char) c);
      }
    }
  }

  @Test
  void normalizesMixedTextAsJavaDoes() {
    Random random = new Random(9);
    int[] blocks = {0, 0x80, 0x300, 0x400, 0x1100, 0x2000, 0x3000, 0x4E00, 0xAC00, 0xD800, 0xFF00};
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append((char) (blocks[random.nextInt(blocks.length)] + random.nextInt(0x100)));
      }
      assertSame(text.toString());
    }
  }

  private static void assertSame(String text) {
    if (!NormalForms.nfc(text).equals(Normalizer.normalize(text, Normalizer.Form.NFC))) {
      assertThat(NormalForms.nfc(text), is(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }
    if (!NormalForms.nfkc(text).equals(Normalizer.normalize(text, Normalizer.Form.NFKC))) {
      assertThat(NormalForms.nfkc(text), is(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }
  }
}
