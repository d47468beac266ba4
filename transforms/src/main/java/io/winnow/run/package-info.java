/** Which run this is: its id, logical date and sequence. */
@NullMarked
package io.winnow.run;

import org.jspecify.annotations.NullMarked;
