package io.winnow.record;

/**
 * The charset that one record was decoded from.
 *
 * @param name by IANA
 * @param confidence 0 to 1
 */
public record RecordCharset(String name, double confidence) {}
