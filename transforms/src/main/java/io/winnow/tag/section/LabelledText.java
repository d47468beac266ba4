package io.winnow.tag.section;

/**
 * A text that belongs to a section.
 *
 * @param label its section
 * @param key what the text is told apart by: equal texts have equal keys
 * @param group rows of one group are judged by a model that saw none of them; the key where there
 *     is no other
 */
public record LabelledText(SectionText text, String label, String key, String group) {}
