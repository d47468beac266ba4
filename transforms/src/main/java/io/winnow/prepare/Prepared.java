package io.winnow.prepare;

import io.winnow.run.Encoded;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;

/**
 * An article with what was taken of it, on its way to be finished.
 *
 * @param id of the article, so that nothing is decoded to find it
 */
public record Prepared(
    String id, Encoded<Draft> draft, Encoded<Fingerprint> keys, Encoded<StoryMark> signed) {}
