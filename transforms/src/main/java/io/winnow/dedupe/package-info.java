/**
 * Decides which articles repeat an earlier one, by URL, exactly, or nearly, and verifies every such
 * claim.
 */
@NullMarked
package io.winnow.dedupe;

import org.jspecify.annotations.NullMarked;
