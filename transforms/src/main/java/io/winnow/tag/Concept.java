package io.winnow.tag;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag of the taxonomy: one idea, whatever it is called.
 *
 * @param id what stands in the column {@code tags}
 * @param zh Chinese label
 * @param en English label
 * @param names names that mean this and nothing else, the labels among them unless they are
 *     ambiguous
 * @param ambiguous names that count, exactly as written, only near a word of {@code context}
 * @param context words that tell the ambiguous names apart
 * @param except longer names that hold one of these and mean something else
 * @param patterns regular expressions that also name it
 * @param section path of the section it speaks for; null for none
 * @param examples sentences that name it
 * @param counterexamples sentences that do not, although they look so
 */
public record Concept(
    String id,
    String zh,
    String en,
    List<String> names,
    List<String> ambiguous,
    List<String> context,
    List<String> except,
    List<String> patterns,
    @Nullable String section,
    List<String> examples,
    List<String> counterexamples)
    implements Serializable {

  /** The same under no section. */
  Concept withoutSection() {
    return new Concept(
        id, zh, en, names, ambiguous, context, except, patterns, null, examples, counterexamples);
  }
}
