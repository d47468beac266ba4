/** A Flink cluster as the driver sees it: where a job runs, how far it is, and how it is ended. */
@NullMarked
package io.winnow.cluster;

import org.jspecify.annotations.NullMarked;
