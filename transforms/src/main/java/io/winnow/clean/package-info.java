/**
 * Turns a piece into an article: text without markup and boilerplate, metadata with its origin,
 * language and kind.
 */
@NullMarked
package io.winnow.clean;

import org.jspecify.annotations.NullMarked;
