package io.winnow.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is written for people around a publication. */
public interface Pages {
  /**
   * Writes {@code report.md} and {@code report/} below {@code folder}; they are published with the
   * run.
   *
   * @param staged the run, complete but for its pages
   * @param before what was published until now, with the run it replaces
   */
  void report(PublishedRun staged, PublishedRuns before, Path folder) throws IOException;

  /**
   * The same for a run that gates refused, which is kept aside and not published.
   *
   * @param why what they say; never empty
   */
  default void refused(
      PublishedRun staged, PublishedRuns before, List<GateRefusal> why, Path folder)
      throws IOException {
    report(staged, before, folder);
  }

  /**
   * Renders what is derived from all published runs, such as the digests.
   *
   * <p>Called once the run is published; when it fails or is cut off, the run stays published and
   * the next command renders again.
   *
   * @param changes since they were rendered last
   */
  void views(PublishedRuns published, ChangedRuns changes) throws IOException;

  /** No pages. */
  static Pages none() {
    return new Pages() {
      @Override
      public void report(PublishedRun staged, PublishedRuns before, Path folder) {}

      @Override
      public void views(PublishedRuns published, ChangedRuns changes) {}
    };
  }
}
