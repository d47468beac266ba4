package io.winnow.query;

/** Says what is wrong with a query, in words for the person who wrote it; needs no stack trace. */
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1;

  QueryException(String message) {
    super(message);
  }
}
