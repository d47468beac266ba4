/**
 * Tells the history of one article, duplicate or reject from what is published alone: the Parquet
 * files and the manifests.
 *
 * <p>A {@link io.winnow.explain.Question} finds rows ({@code Finder}); chapters, one class each,
 * tell what those and their neighbours say, to a {@code Telling}, which is text for people or JSON.
 */
@NullMarked
package io.winnow.explain;

import org.jspecify.annotations.NullMarked;
