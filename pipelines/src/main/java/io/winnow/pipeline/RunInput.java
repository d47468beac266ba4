package io.winnow.pipeline;

import io.winnow.clean.Selection;
import io.winnow.publish.History;
import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRuns;
import io.winnow.read.SourceFile;
import io.winnow.replay.Superseded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses what a run reads. */
interface RunInput {
  /** Where everything lies that is read or written. */
  List<String> places() throws Exception;

  /**
   * Finds what can be wrong before anything is locked.
   *
   * @throws UserError when the run cannot be
   */
  void prepare(Storage storage, OutputStore output) throws Exception;

  /**
   * Chooses by what is published, under the lease.
   *
   * @throws UserError when there is nothing to read
   */
  Chosen choose(PublishedRuns published, History history) throws Exception;

  /** Looks at the run once it is published. */
  default void published(OutputStore output, Manifest manifest) throws Exception {}

  /**
   * What a run reads.
   *
   * @param history that it sees
   * @param selection of the pieces that go on; null for all of them
   * @param superseded what the run replaces in earlier ones
   */
  record Chosen(
      List<SourceFile> files,
      History history,
      @Nullable Selection selection,
      Superseded superseded) {
    public Chosen {
      files = List.copyOf(files);
    }

    /** What replaces nothing. */
    Chosen(List<SourceFile> files, History history, @Nullable Selection selection) {
      this(files, history, selection, Superseded.nothing());
    }
  }
}
