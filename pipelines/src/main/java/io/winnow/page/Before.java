package io.winnow.page;

/**
 * What a digest is compared with.
 *
 * @param period the week, month, day or run before
 * @param topics what its articles were about
 */
record Before(Period period, Topics topics) {}
