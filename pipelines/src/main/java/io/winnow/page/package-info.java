/**
 * Renders what people read: digests of a period, the report of a run, and their charts. Everything
 * here is a function of published rows; nothing in a row can act as markup.
 */
@NullMarked
package io.winnow.page;

import org.jspecify.annotations.NullMarked;
