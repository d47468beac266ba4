/** The pipelines, their options, and the command line. */
@NullMarked
package io.winnow.pipeline;

import org.jspecify.annotations.NullMarked;
