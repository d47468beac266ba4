/**
 * Finds where one text ends and the next begins in a stream of posts that nothing separates.
 *
 * <p>Each gap between two lines is judged by cues of several kinds: what posts say at their head
 * and tail, blank lines, change of language and of vocabulary, repeated posts, and templates
 * learned within the stream itself. A logistic model weighs them, and the most likely way to cut is
 * taken.
 */
@NullMarked
package io.winnow.split.stream;

import org.jspecify.annotations.NullMarked;
