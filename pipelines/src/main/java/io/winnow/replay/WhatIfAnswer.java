package io.winnow.replay;

import java.util.List;

/**
 * How many pieces would change sides under other thresholds.
 *
 * @param runs that were looked at, by sequence
 * @param otherVersions of Winnow that measured some of them
 * @param articles that are published
 * @param rejected articles that would be rejects, nearest to the threshold first
 * @param articlesUnknown articles that a rule may stop which asks for what is not stored of them
 * @param repeating duplicates that repeat an article which would be rejected; their own signals are
 *     not stored
 * @param rejects that thresholds stopped and that are still rejects
 * @param kept rejects that would be articles, or duplicates of some, nearest first
 * @param inPart rejects of which only the rule that stopped them is known
 * @param inPartStopped those that this rule would stop again
 * @param rejectsUnknown rejects of which it cannot be told
 */
public record WhatIfAnswer(
    List<String> runs,
    List<String> otherVersions,
    long articles,
    List<Changed> rejected,
    long articlesUnknown,
    long repeating,
    long rejects,
    List<Changed> kept,
    long inPart,
    long inPartStopped,
    long rejectsUnknown) {
  public WhatIfAnswer {
    runs = List.copyOf(runs);
    otherVersions = List.copyOf(otherVersions);
    rejected = List.copyOf(rejected);
    kept = List.copyOf(kept);
  }
}
