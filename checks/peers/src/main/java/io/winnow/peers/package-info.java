/** Single steps of Winnow beside straightforward or well-known ways to do the same. */
@NullMarked
package io.winnow.peers;

import org.jspecify.annotations.NullMarked;
