/**
 * The versions of what is kept on disk between one Winnow and the next, and the refusal of newer
 * ones.
 */
@NullMarked
package io.winnow.form;

import org.jspecify.annotations.NullMarked;
