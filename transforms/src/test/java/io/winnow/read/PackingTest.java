package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.reject.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackingTest {
  private static final ReadSpec SMALL = new ReadSpec(1 << 18, 1 << 16, 100, 1 << 22, 50);

  @ParameterizedTest
  @EnumSource
  void contentIsReadWhateverTheName(Packed packed) {
    byte[] bytes = lines(1, 2000);
    Dump dump = Dumps.readOne("a.txt", packed.pack(bytes));
    assertThat(dump.text().text(), is(utf8(bytes)));
    assertThat(dump.origin().container(), is("a.txt"));
    assertThat(dump.origin().sha256(), is(Sha256.of(bytes, 0, bytes.length)));
    assertThat(dump.origin().bytes(), is((long) bytes.length));
    assertThat(dump.unreadable(), empty());
  }

  @ParameterizedTest
  @EnumSource
  void everyMemberIsRead(Packed packed) {
    Random random = new Random(11);
    for (int round = 0; round < 10; round++) {
      byte[] all = {};
      byte[] stored = {};
      for (int member = 0; member <= random.nextInt(6); member++) {
        byte[] bytes = lines(random.nextInt(), random.nextInt(40));
        all = Packed.concat(all, bytes);
        stored = Packed.concat(stored, packed.pack(bytes));
      }
      if (all.length > 0) {
        assertThat(Dumps.readOne("a", stored).text().text(), is(utf8(all)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTruncatedFileKeepsWhatCameBefore(Packed packed) {
    byte[] bytes = lines(3, 12_000);
    byte[] whole = packed.pack(bytes);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    Dump dump = Dumps.readOne("a.gz", half);
    String text = dump.text().text().replaceFirst("\uFFFD$", ""); // a character cut in two
    assertThat(text.length(), greaterThan(bytes.length / 5));
    assertThat(utf8(bytes), startsWith(text));
    assertThat(dump.unreadable(), hasSize(1));
    assertThat(dump.unreadable().get(0).reason(), is(RejectReason.CORRUPT));
    assertThat(dump.unreadable().get(0).startOffset(), is(dump.origin().bytes()));
  }

  @ParameterizedTest
  @EnumSource
  void aSecondMemberThatIsTruncatedLosesNothingOfTheFirst(Packed packed) {
    byte[] first = lines(5, 500);
    byte[] second = packed.pack(lines(6, 500));
    byte[] stored = Packed.concat(packed.pack(first), Arrays.copyOf(second, 12));
    Dump dump = Dumps.readOne("a", stored);
    assertThat(dump.text().text(), startsWith(utf8(first)));
    assertThat(dump.unreadable().get(0).reason(), is(RejectReason.CORRUPT));
  }

  @ParameterizedTest
  @EnumSource
  void trailingGarbageIsAReject(Packed packed) {
    byte[] bytes = lines(7, 300);
    Dump dump =
        Dumps.readOne(
            "a",
            Packed.concat(
                packed.pack(bytes), "garbage!".repeat(9).getBytes(StandardCharsets.US_ASCII)));
    assertThat(dump.text().text(), is(utf8(bytes)));
    assertThat(dump.unreadable(), hasSize(1));
    assertThat(dump.unreadable().get(0).reason(), is(RejectReason.CORRUPT));
  }

  @ParameterizedTest
  @EnumSource
  void noDamageIsAnException(Packed packed) {
    byte[] whole = packed.pack(lines(9, 400));
    Random random = new Random(13);
    for (int round = 0; round < 60; round++) {
      byte[] damaged = whole.clone();
      for (int flips = 0; flips < 3; flips++) {
        damaged[6 + random.nextInt(damaged.length - 6)] = (byte) random.nextInt();
      }
      assertThat(Dumps.read("a", damaged, SMALL), hasSize(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBombIsStoppedEarly(Packed packed) {
    byte[] bomb = packed.pack(new byte[1 << 23]);
    Dump dump = Dumps.read("a", bomb, SMALL).get(0);
    Unreadable unreadable = dump.unreadable().get(0);
    assertThat(unreadable.reason(), is(RejectReason.BINARY));
    assertThat(dump.origin().bytes() <= SMALL.maxTotalBytes() + (1 << 16), is(true));
  }

  @Test
  void aBombOfTextIsADecompressionBomb() {
    byte[] text =
        "the same words again and again\n".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
    Unreadable unreadable =
        Dumps.read("a", Packed.GZIP.pack(text), SMALL).get(0).unreadable().get(0);
    assertThat(unreadable.reason(), is(RejectReason.DECOMPRESSION_BOMB));
    assertThat(unreadable.threshold(), is(50.0));
    assertThat(unreadable.measured(), greaterThan(50.0));
    assertThat(unreadable.original(), startsWith("the same words"));
  }

  @Test
  void compressedTwiceIsNested() {
    byte[] twice = Packed.GZIP.pack(Packed.ZSTD.pack(lines(1, 10)));
    Dump dump = Dumps.readOne("a", twice);
    assertThat(dump.unreadable().get(0).reason(), is(RejectReason.NESTED_ARCHIVE));
    assertThat(dump.unreadable().get(0).detail(), is("zstd"));
  }

  @Test
  void aNameSaysNothing() {
    assertThat(Dumps.readOne("a.gz", lines(1, 3)).text().lastLine(), is(3));
  }

  private static byte[] lines(int seed, int count) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i).append(" 第").append(random.nextLong()).append("行\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
