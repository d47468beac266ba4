package io.winnow.prepare;

import io.winnow.clean.CleanedDump;
import io.winnow.dedupe.Fingerprints;
import io.winnow.forget.ForgottenRejects;
import io.winnow.forget.KeepOut;
import io.winnow.learn.SeenLines;
import io.winnow.run.Encoded;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.story.SignArticles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;

/** Takes fingerprint, signature and recurring lines of every article that is not kept out. */
final class PrepareFn extends DoFn<CleanedDump, Prepared> {
  private static final long serialVersionUID = 1;

  private final RunInfo run;
  private final int buckets;
  private final KeepOut keepOut;
  private final StageMeter dedupe = StageMeter.of("dedupe");
  private final StageMeter stories = StageMeter.of("stories");
  private final StageMeter learn = StageMeter.of("learn");
  private final StageMeter forget = StageMeter.of(ForgottenRejects.STAGE);
  private transient List<Note> blocks;
  private transient SeenLines lines;

  PrepareFn(RunInfo run, int buckets, KeepOut keepOut) {
    this.run = run;
    this.buckets = buckets;
    this.keepOut = keepOut;
  }

  @StartBundle
  public void start() {
    blocks = new ArrayList<>();
    lines = new SeenLines(buckets, noted(Note.Kind.LINES), noted(Note.Kind.ARTICLES));
  }

  private BiConsumer<Integer, byte[]> noted(Note.Kind kind) {
    return (bucket, block) -> blocks.add(new Note(kind, bucket, block));
  }

  @ProcessElement
  public void process(@Element CleanedDump dump, MultiOutputReceiver out) {
    OutputReceiver<Note> notes = out.get(PrepareArticles.NOTES);
    for (Draft draft : dump.drafts()) {
      long start = System.nanoTime();
      Fingerprint print = Fingerprints.of(draft, run);
      dedupe.element(start);
      if (keepOut.has(print)) {
        stop(ForgottenRejects.of(draft.getArticle()), out);
        continue;
      }
      Encoded<Fingerprint> keys = Encoded.of(Fingerprint.class, print);
      start = System.nanoTime();
      Encoded<StoryMark> signed = Encoded.of(StoryMark.class, SignArticles.sign(draft));
      stories.element(start);
      start = System.nanoTime();
      lines.add(draft);
      learn.element(start);
      out.get(PrepareArticles.ARTICLES)
          .output(
              new Prepared(
                  draft.getArticle().getId(), Encoded.of(Draft.class, draft), keys, signed));
      notes.output(new Note(Note.Kind.KEYS, 0, keys.bytes()));
      notes.output(new Note(Note.Kind.SIGNED, 0, signed.bytes()));
      handOver(notes);
    }
    for (Draft draft : dump.beside()) {
      if (keepOut.isEmpty() || !keepOut.has(Fingerprints.of(draft, run))) {
        lines.add(draft);
        handOver(notes);
      }
    }
    for (Reject reject : dump.rejects()) {
      if (keepOut.has(reject)) {
        stop(ForgottenRejects.of(reject), out);
      } else {
        out.get(PrepareArticles.STOPPED).output(reject);
      }
    }
    notes.output(
        new Note(Note.Kind.LEDGER, 0, Encoded.of(LedgerEntry.class, dump.ledger()).bytes()));
  }

  private void stop(Reject forgotten, MultiOutputReceiver out) {
    forget.count(PrepareArticles.KEPT_OUT, 1);
    out.get(PrepareArticles.STOPPED).output(forgotten);
  }

  @FinishBundle
  public void finish(FinishBundleContext out) {
    lines.flush();
    for (Note block : blocks) {
      out.output(
          PrepareArticles.NOTES,
          block,
          GlobalWindow.INSTANCE.maxTimestamp(),
          GlobalWindow.INSTANCE);
    }
    blocks.clear();
  }

  private void handOver(OutputReceiver<Note> notes) {
    blocks.forEach(notes::output);
    blocks.clear();
  }
}
