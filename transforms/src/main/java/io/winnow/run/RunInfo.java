package io.winnow.run;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The run that rows belong to.
 *
 * @param id {@code run_id}
 * @param date logical date: the only "now" a rule may see
 * @param sequence number of the run at its output, from 1; later runs see the published ones below
 *     theirs
 */
public record RunInfo(String id, LocalDate date, long sequence) implements Serializable {}
