package io.winnow.summarize.llm;

import java.util.Locale;

/**
 * Why an article keeps its extractive summary. The list is closed: reports and queries count by it.
 */
public enum Shortfall {
  /** The budget chose other articles. */
  OVER_BUDGET,
  /** The run had used up its budget, by retries or by longer answers than expected. */
  OUT_OF_BUDGET,
  /** After too many failures in a row the endpoint was asked no more. */
  SWITCHED_OFF,
  /** No connection, or one that broke. */
  UNREACHABLE,
  /** No complete answer in time. */
  TIMED_OUT,
  /** 408, 425 or 429 to the last. */
  ENDPOINT_BUSY,
  /** 5xx to the last. */
  ENDPOINT_FAILED,
  /** 401, 403, 404 and the like: key, model or address is wrong. */
  ENDPOINT_REFUSED,
  /** 400, 413 or 422: the endpoint does not take this question. */
  QUESTION_REFUSED,
  /** The endpoint pointed elsewhere, where nothing is sent. */
  REDIRECTED,
  /** More bytes than any answer needs. */
  ANSWER_TOO_BIG,
  /** No chat completion in JSON. */
  ANSWER_UNREADABLE,
  /** The answer held the key. */
  KEY_IN_ANSWER,
  /** Nothing was said. */
  EMPTY,
  /** The model ran into its limit of tokens. */
  CUT_OFF,
  /** The model refused, or its filter did. */
  REFUSAL,
  /** "Here is the summary", or talk about the task. */
  PREAMBLE,
  TOO_LONG,
  TOO_SHORT,
  TOO_MANY_SENTENCES,
  /** Not the language or script of the article. */
  WRONG_LANGUAGE,
  /** Markdown, HTML, lists, code. */
  MARKUP,
  /** Controls, marks of direction, characters without meaning. */
  FORBIDDEN_CHARACTERS,
  /** A number that the article does not have. */
  NUMBER_NOT_IN_ARTICLE,
  /** A web or mail address that the article does not have. */
  ADDRESS_NOT_IN_ARTICLE,
  /** Words of the prompt. */
  PROMPT_LEAKED,
  /** The same again and again. */
  REPEATS_ITSELF,
  /** Hardly a word of the article in it. */
  UNRELATED;

  /** The name in counters and reports: {@code number-not-in-article}. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
