package io.winnow.tag.section;

/**
 * What a feature is, for people.
 *
 * @param text as it stands in the folded text; the first one of those that share a feature
 */
record FeatureName(String text, FeatureGroup group) {}
