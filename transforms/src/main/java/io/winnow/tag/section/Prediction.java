package io.winnow.tag.section;

/** A label, and how sure a model is of it: of all answers with this score, so many are right. */
public record Prediction(String label, double probability) {}
