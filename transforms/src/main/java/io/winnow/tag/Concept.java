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
 * @param patterns regular expressions that also name it
 * @param section path of the section it speaks for; null for none
 */
public record Concept(
    String id,
    String zh,
    String en,
    List<String> names,
    List<String> ambiguous,
    List<String> context,
    List<String> patterns,
    @Nullable String section)
    implements Serializable {}
