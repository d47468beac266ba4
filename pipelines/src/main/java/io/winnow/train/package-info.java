/** Reads labelled texts for the command {@code train}, and tells how well they were learned. */
@NullMarked
package io.winnow.train;

import org.jspecify.annotations.NullMarked;
