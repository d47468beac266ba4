/**
 * Learns from labelled articles which section others belong to, and says how sure it is.
 *
 * <p>A linear model ({@code LinearSolver}: support vectors, one label against the rest, and {@code
 * NaiveBayes} beside it) on words, parts of words and runs of Chinese characters ({@code
 * Features}). {@link io.winnow.tag.section.SectionTrainer} learns and measures it, {@link
 * io.winnow.tag.section.SectionModel} applies it, {@code ModelFile} is how it lies on a disk.
 */
@NullMarked
package io.winnow.tag.section;

import org.jspecify.annotations.NullMarked;
