/**
 * Learns which lines recur over the distinct articles of a site: boilerplate that no rule can name.
 */
@NullMarked
package io.winnow.learn;

import org.jspecify.annotations.NullMarked;
