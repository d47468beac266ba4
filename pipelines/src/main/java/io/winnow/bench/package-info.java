/**
 * Measures speed: makes a corpus from a seed, runs the pipeline and its floor on it, each in a JVM
 * of its own, and puts both side by side.
 */
@NullMarked
package io.winnow.bench;

import org.jspecify.annotations.NullMarked;
