/**
 * Measures how much a text is like one that people wrote for people, as named signals, and stops
 * what is junk or a page without an article by thresholds on them.
 *
 * <p>The signals are those that Gopher (Rae et al. 2021, appendix A), C4 (Raffel et al. 2020) and
 * FineWeb (Penedo et al. 2024) published, re-thought for text without spaces between words. Nothing
 * here knows a site or an author; everything takes linear time.
 */
@NullMarked
package io.winnow.quality;

import org.jspecify.annotations.NullMarked;
