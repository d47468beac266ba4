/**
 * Decides which articles repeat an earlier one, by URL, exactly, or nearly, and verifies every such
 * claim.
 *
 * <p>An article is remembered by its {@link io.winnow.dedupe.Fingerprints fingerprint}: the hash of
 * its folded text, and a sketch of 864 bytes of its shingles. What repeats what depends on two
 * fingerprints alone; which stays, on a total order: {@code Clusters} is the whole definition, on
 * any set of articles. {@link io.winnow.dedupe.DedupeArticles} finds, without comparing all pairs,
 * sets outside of which nothing repeats anything in them, and applies it to each:
 *
 * <ol>
 *   <li>one article speaks for all exact copies of a text;
 *   <li>texts whose sketches agree in a band, and articles with one URL, meet in a bucket;
 *   <li>sketches go where they are asked for, and texts that repeat one another are linked;
 *   <li>one worker finds the connected components of the links;
 *   <li>each component is decided by itself, with all its exact copies.
 * </ol>
 */
@NullMarked
package io.winnow.dedupe;

import org.jspecify.annotations.NullMarked;
