package io.winnow.explain;

import io.winnow.quality.QualityRules;
import io.winnow.tag.Taxonomy;
import io.winnow.tag.section.SectionModel;
import org.jspecify.annotations.Nullable;

/**
 * Files of configuration that the asker has at hand, because the output holds only their checksums.
 *
 * @param taxonomy null where none was given
 * @param quality null where none was given
 * @param sections null where none was given
 */
public record GivenFiles(
    @Nullable Given<Taxonomy> taxonomy,
    @Nullable Given<QualityRules> quality,
    @Nullable Given<SectionModel> sections) {

  /**
   * A file and what is in it.
   *
   * @param sha256 of its bytes, hex
   */
  public record Given<T>(T value, String sha256) {}

  /** No file. */
  public static GivenFiles none() {
    return new GivenFiles(null, null, null);
  }

  /**
   * What a run went by, where it is known.
   *
   * @param value null where it is not
   * @param missing why it is not; empty where it is
   */
  record Known<T>(@Nullable T value, String missing) {}

  /**
   * The file that a run was given, if the asker has the same.
   *
   * @param option by which it is given to both
   */
  static <T> Known<T> of(Runs runs, String run, String option, @Nullable Given<T> given) {
    String file = runs.option(run, option);
    String sum = runs.option(run, option + "Sha256");
    String hint = " explain --" + option + "=FILE takes it";
    if (given == null) {
      return new Known<>(
          null,
          "The run went by "
              + file
              + ", which is not part of the output"
              + (sum.isEmpty() ? ";" : " (SHA-256 " + Words.head(sum, 12) + ");")
              + hint
              + ".");
    }
    if (!sum.isEmpty() && !sum.equals(given.sha256())) {
      return new Known<>(
          null,
          "The file of --"
              + option
              + " is another one than the run's "
              + file
              + ": its SHA-256 begins with "
              + Words.head(given.sha256(), 12)
              + ", the run's with "
              + Words.head(sum, 12)
              + ".");
    }
    return new Known<>(given.value(), "");
  }
}
