package io.winnow.privacy;

/**
 * Personal data found in a {@link FoldedText}.
 *
 * @param from index of its first character there
 * @param to index after its last one
 */
record Hit(PersonalDataKind kind, int from, int to) {}
