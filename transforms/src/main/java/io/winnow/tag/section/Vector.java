package io.winnow.tag.section;

/** A sparse vector: ascending places, and what stands at each. */
record Vector(int[] places, float[] values) {}
