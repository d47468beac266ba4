/**
 * Summarizes articles by a language model behind an OpenAI-compatible endpoint, where one was
 * chosen.
 *
 * <p>What is sent is masked and shortened; what comes back is text that must pass every check of
 * {@link io.winnow.summarize.llm.AnswerCheck} or is thrown away. Nothing in an article or an answer
 * is ever followed, fetched or executed.
 */
@NullMarked
package io.winnow.summarize.llm;

import org.jspecify.annotations.NullMarked;
