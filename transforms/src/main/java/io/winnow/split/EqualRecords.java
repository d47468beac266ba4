package io.winnow.split;

import io.winnow.privacy.PersonalDataMasker;
import io.winnow.read.Dump;
import io.winnow.read.DumpText;
import io.winnow.record.SourceRecord;
import it.unimi.dsi.fastutil.longs.Long2IntAVLTreeMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntSortedMap;
import java.util.Optional;

/**
 * Counts equal records over the windows of one dump, so that the id of a record does not depend on
 * where the windows are cut.
 *
 * <p>Keeps 16 to 32 bytes for each distinct record, of {@value #MAX} at most.
 */
final class EqualRecords {
  static final int MAX = 10_000_000;

  private final int max;
  private final PersonalDataMasker masker;
  private final Long2IntOpenHashMap seen = new Long2IntOpenHashMap();

  /** Records count as equal when they are once masked. */
  EqualRecords(PersonalDataMasker masker) {
    this(MAX, masker);
  }

  EqualRecords(int max) {
    this(max, PersonalDataMasker.NONE);
  }

  private EqualRecords(int max, PersonalDataMasker masker) {
    this.max = max;
    this.masker = masker;
  }

  /**
   * What came before this window, which must be the next one; empty from the window on that would
   * be one too many.
   */
  Optional<Ranks> next(Dump window) {
    if (seen.size() > max) {
      return Optional.empty();
    }
    DumpText text = window.text();
    Long2IntSortedMap before = new Long2IntAVLTreeMap();
    Long2IntOpenHashMap here = new Long2IntOpenHashMap();
    for (int n = text.firstLine(); n <= text.lastLine(); n++) {
      if (!text.isBlank(n)) {
        here.addTo(Ranks.hash(masker.mask(text.line(n))), 1);
      }
    }
    for (SourceRecord record : window.records()) {
      here.addTo(Ranks.hash(masker.mask(record.raw())), 1);
    }
    here.forEach(
        (hash, count) -> {
          int earlier = seen.addTo(hash, count);
          if (earlier > 0) {
            before.put((long) hash, earlier);
          }
        });
    return Optional.of(new Ranks(before.keySet().toLongArray(), before.values().toIntArray()));
  }
}
