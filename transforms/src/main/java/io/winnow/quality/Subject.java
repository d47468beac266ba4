package io.winnow.quality;

/**
 * What a rule may ask of a text beside its signals.
 *
 * @param lang code of its language
 * @param kind form of it, as the column has it
 * @param isPage whether it is the article of a web page
 */
public record Subject(String lang, String kind, boolean isPage) {}
