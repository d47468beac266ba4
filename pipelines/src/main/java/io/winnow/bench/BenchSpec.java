package io.winnow.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param sizes of the corpora, in bytes, ascending
 * @param only what the corpora are limited to; see {@link Corpus}
 * @param seed of the corpora
 * @param parallelism threads of the run and of its floor
 * @param repeats how often each is measured; medians count
 * @param cores numbers of cores that processes are pinned to; 0 for all of them
 * @param floorBytes largest corpus for which the floor, which holds all articles in memory, is run
 * @param folder for corpora and outputs
 */
public record BenchSpec(
    List<Long> sizes,
    Set<String> only,
    long seed,
    int parallelism,
    int repeats,
    List<Integer> cores,
    long floorBytes,
    Path folder) {
  public BenchSpec {
    sizes = List.copyOf(sizes);
    only = Set.copyOf(only);
    cores = List.copyOf(cores);
  }
}
