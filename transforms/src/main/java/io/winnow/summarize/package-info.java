/** Summarizes articles by sentences of their own. */
@NullMarked
package io.winnow.summarize;

import org.jspecify.annotations.NullMarked;
