/**
 * Asks again about what earlier runs rejected: a {@link io.winnow.replay.WhatIf} tells from stored
 * signals what other thresholds would change; a {@link io.winnow.replay.ReplayPlan} names the
 * rejects that are to be run again, and the files that they are read from.
 */
@NullMarked
package io.winnow.replay;

import org.jspecify.annotations.NullMarked;
