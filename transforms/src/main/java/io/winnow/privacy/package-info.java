/**
 * Masks personal data: e-mail addresses, telephone numbers, resident ID numbers, bank cards and IP
 * addresses become placeholders.
 *
 * <p>One linear pass finds what has the form of such data, validators decide; {@code
 * docs/personal-data.md} says what is masked where, and what is not.
 */
@NullMarked
package io.winnow.privacy;

import org.jspecify.annotations.NullMarked;
