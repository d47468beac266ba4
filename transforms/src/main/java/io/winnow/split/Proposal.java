package io.winnow.split;

/**
 * What one detector makes of a dump.
 *
 * @param detector its name
 * @param layout the dump in its shape
 */
public record Proposal(String detector, Layout layout) {}
