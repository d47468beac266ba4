package io.winnow.dedupe;

import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;

class CodersTest {
  @Test
  void parcelsComeBackEqualAndEncodeAlike() throws Exception {
    Parcel numbers = Parcel.of(new long[] {1, -2, Long.MIN_VALUE});
    Parcel article = Parcel.of(Drafts.article("a", Prose.text(1)).today(), 5);
    for (Parcel parcel : new Parcel[] {numbers, article}) {
      CoderProperties.coderDecodeEncodeEqual(ParcelCoder.INSTANCE, parcel);
    }
    CoderProperties.coderDeterministic(
        ParcelCoder.INSTANCE, numbers, Parcel.of(new long[] {1, -2, Long.MIN_VALUE}));
    CoderProperties.coderSerializable(ParcelCoder.INSTANCE);
  }

  @Test
  void borderlinePairsComeBackEqualAndEncodeAlike() throws Exception {
    BorderlinePair pair = new BorderlinePair("a", "标题", "b", "", 0.46, 0.8, -0.01, true);
    CoderProperties.coderDecodeEncodeEqual(BorderlinePairCoder.INSTANCE, pair);
    CoderProperties.coderDeterministic(BorderlinePairCoder.INSTANCE, pair, pair);
    CoderProperties.coderSerializable(BorderlinePairCoder.INSTANCE);
  }
}
