/** Finds what articles often name and the taxonomy does not know, for whoever keeps it. */
@NullMarked
package io.winnow.tag.unknown;

import org.jspecify.annotations.NullMarked;
