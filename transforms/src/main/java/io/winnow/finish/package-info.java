/**
 * Joins each article with what was decided about it, and writes it down: the one place where text
 * is shuffled.
 */
@NullMarked
package io.winnow.finish;

import org.jspecify.annotations.NullMarked;
