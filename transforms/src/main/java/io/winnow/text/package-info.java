/** What every step asks about characters: scripts, folding for keys, code points, sentences. */
@NullMarked
package io.winnow.text;

import org.jspecify.annotations.NullMarked;
