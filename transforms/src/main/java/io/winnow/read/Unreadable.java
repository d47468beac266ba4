package io.winnow.read;

import io.winnow.reject.RejectReason;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A file, or the part of one, that could not be read; it becomes one reject.
 *
 * @param reason why
 * @param detail what exactly, for people; null where the reason says it all
 * @param measured the value that was over a cap; null without one
 * @param threshold that cap
 * @param original the beginning of it as text, at most 64 KiB, bytes that are no text as U+FFFD
 * @param originalBytes size of all of it, as far as known
 * @param originalSha256 SHA-256, hex, of the bytes that {@code originalBytes} counts
 * @param startOffset first byte in the decompressed dump
 */
public record Unreadable(
    RejectReason reason,
    @Nullable String detail,
    @Nullable Double measured,
    @Nullable Double threshold,
    String original,
    long originalBytes,
    String originalSha256,
    long startOffset)
    implements Serializable {}
