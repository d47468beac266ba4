/**
 * Texts that were taken down by request: what is remembered of one, without its words, and how it
 * is kept out when it is read again.
 */
@NullMarked
package io.winnow.forget;

import org.jspecify.annotations.NullMarked;
