/**
 * Draws charts as SVG. Lets-Plot lays them out; here its drawing becomes a small card that follows
 * the reader's light or dark scheme, whose text stays text, and whose bytes are the same on every
 * machine.
 */
@NullMarked
package io.winnow.chart;

import org.jspecify.annotations.NullMarked;
