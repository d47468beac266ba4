/** Cuts a dump into its pieces and says which of them are no articles. */
@NullMarked
package io.winnow.split;

import org.jspecify.annotations.NullMarked;
