/**
 * Summarizes articles by sentences of their own.
 *
 * <p>Every sentence of a summary stands word for word in the article's text, at the place its span
 * names.
 */
@NullMarked
package io.winnow.summarize;

import org.jspecify.annotations.NullMarked;
