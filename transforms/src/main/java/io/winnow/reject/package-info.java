/** Says why a piece stopped, and keeps its original. */
@NullMarked
package io.winnow.reject;

import org.jspecify.annotations.NullMarked;
