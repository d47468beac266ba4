/**
 * Takes down texts by request: finds every row that holds one, and every page that shows it, and
 * removes them from all published runs in one step.
 */
@NullMarked
package io.winnow.takedown;

import org.jspecify.annotations.NullMarked;
