package io.winnow.cluster;

/** Says why a job on a cluster is given up, in words for the person who started the run. */
public final class ClusterException extends Exception {
  private static final long serialVersionUID = 1;

  ClusterException(String message) {
    super(message);
  }
}
