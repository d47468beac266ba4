/**
 * Reads files into decoded dumps: containers opened, charset and format found, bytes accounted for.
 */
@NullMarked
package io.winnow.read;

import org.jspecify.annotations.NullMarked;
