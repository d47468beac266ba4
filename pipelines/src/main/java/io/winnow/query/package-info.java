/** Answers SQL over what is published, and changes nothing. */
@NullMarked
package io.winnow.query;

import org.jspecify.annotations.NullMarked;
