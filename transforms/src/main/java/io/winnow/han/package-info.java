/**
 * Cuts Chinese text into words, exactly as the segmenters of HanLP (Apache 2.0) do with the
 * dictionaries in its archive, on arrays of numbers instead of objects.
 */
@NullMarked
package io.winnow.han;

import org.jspecify.annotations.NullMarked;
