package io.winnow.clean;

import org.jspecify.annotations.Nullable;

/**
 * A link as it stood in the piece.
 *
 * @param url absolute, or as printed where no base was known
 * @param text anchor text; null where there was none
 * @param at UTF-16 offset in the raw piece
 * @param image whether it is the address of a picture
 */
record FoundLink(String url, @Nullable String text, int at, boolean image) {}
