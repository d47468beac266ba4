/** Takes of each cleaned article what the later steps decide by, where the text is at hand. */
@NullMarked
package io.winnow.prepare;

import org.jspecify.annotations.NullMarked;
