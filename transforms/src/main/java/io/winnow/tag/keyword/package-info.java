/** Extracts keywords: the phrases of a text that say best what it is about. */
@NullMarked
package io.winnow.tag.keyword;

import org.jspecify.annotations.NullMarked;
