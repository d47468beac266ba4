/**
 * Takes records out of what holds them: feeds, JSON arrays, exports of wikis, web archives, tables.
 *
 * <p>Each reader gives its records in order, one {@link io.winnow.record.SourceRecord} each, as
 * they come: no more than one is held. What is wrong with one record stops that record and no
 * other.
 */
@NullMarked
package io.winnow.record;

import org.jspecify.annotations.NullMarked;
