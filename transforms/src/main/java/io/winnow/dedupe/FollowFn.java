package io.winnow.dedupe;

import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Gives each copy the answer to all copies of its text. */
final class FollowFn extends DoFn<KV<Integer, Iterable<Follow>>, Verdict> {
  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Follow>> bucket, OutputReceiver<Verdict> out) {
    Map<Long, List<String>> waiting = new HashMap<>();
    Map<Long, Verdict> answers = new HashMap<>();
    for (Follow follow : bucket.getValue()) {
      if (follow.answer() != null) {
        answers.put(follow.text(), follow.answer());
      } else {
        waiting.computeIfAbsent(follow.text(), text -> new ArrayList<>()).add(follow.id());
      }
    }
    waiting.forEach(
        (text, ids) -> {
          Verdict answer = answers.get(text);
          if (answer == null) {
            throw new IllegalStateException("nothing was decided about " + ids.get(0));
          }
          ids.forEach(id -> out.output(Verdict.newBuilder(answer).setId(id).build()));
        });
  }
}
