/**
 * Finds stories: articles of at least two sources about one event or product within a fortnight.
 *
 * <p>A story changes nothing of what is published or called a duplicate; it adds two columns.
 */
@NullMarked
package io.winnow.story;

import org.jspecify.annotations.NullMarked;
