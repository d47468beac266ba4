/**
 * Makes runs visible, each in one step or not at all: staging, the lease on the output, the balance
 * of the ledger, the manifest, the swap; and tells later runs what was published.
 */
@NullMarked
package io.winnow.publish;

import org.jspecify.annotations.NullMarked;
