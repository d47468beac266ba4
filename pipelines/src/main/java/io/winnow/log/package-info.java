/** What operators are told: named events with fields, as text or as JSON, a line each. */
@NullMarked
package io.winnow.log;

import org.jspecify.annotations.NullMarked;
