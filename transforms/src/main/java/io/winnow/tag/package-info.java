/** Gives articles a section, tags of a controlled bilingual taxonomy, and keywords. */
@NullMarked
package io.winnow.tag;

import org.jspecify.annotations.NullMarked;
