package io.winnow.story;

/**
 * A name as an article uses it.
 *
 * @param key what equal names share: lower case, without spaces and hyphens
 * @param surface as it is first written
 * @param words its words, joined by one space: {@code gpt 5.1 codex}
 * @param coined whether its letters alone show that it is a name: {@code OpenClaw}, {@code GPT-5}
 * @param inTitle whether the title has it, perhaps as part of a longer name
 * @param titleWhole whether the title has it as a whole, a maker's name before it aside
 * @param leadsTitle whether the title begins with it, or has it before its colon
 * @param first characters before its first use in the text; {@link Integer#MAX_VALUE} when only the
 *     title has it
 * @param count uses in the text
 * @param alone uses that are not part of a longer name
 */
record Name(
    String key,
    String surface,
    String words,
    boolean coined,
    boolean inTitle,
    boolean titleWhole,
    boolean leadsTitle,
    int first,
    int count,
    int alone) {}
