package io.winnow.read;

/**
 * How bytes are to be decoded.
 *
 * @param confidence 0 to 1; 1 where a byte order mark or strict UTF-8 decided
 * @param markBytes bytes of the byte order mark, which is no text
 */
record CharsetGuess(Encoding encoding, double confidence, int markBytes) {}
