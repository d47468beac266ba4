/** Writes rows as Parquet files and reads them back. */
@NullMarked
package io.winnow.write;

import org.jspecify.annotations.NullMarked;
