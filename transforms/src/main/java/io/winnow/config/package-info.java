/** Reads configuration files and reports every problem in them at once, with file and line. */
@NullMarked
package io.winnow.config;

import org.jspecify.annotations.NullMarked;
