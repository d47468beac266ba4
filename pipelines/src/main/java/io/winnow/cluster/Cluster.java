package io.winnow.cluster;

import io.winnow.publish.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32C;

/** A Flink cluster to submit to. */
public final class Cluster {
  private final FlinkRest rest;

  private Cluster(FlinkRest rest) {
    this.rest = rest;
  }

  /** The cluster whose REST interface is at {@code address}: a URL, or host and port. */
  public static Cluster at(String address) {
    return new Cluster(
        new FlinkRest(address.matches("https?://.*") ? address : "http://" + address));
  }

  /** Whether it answers. */
  public boolean answers() throws InterruptedException {
    try {
      rest.slots();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Workers for a job whose user gave none: the slots that are free; all, when none is free and the
   * job has to wait anyway; 1 on a cluster that starts its TaskManagers on demand.
   */
  public int workers() throws IOException, InterruptedException {
    FlinkRest.Slots slots = rest.slots();
    return Math.max(1, slots.free() > 0 ? slots.free() : slots.total());
  }

  /**
   * A name that no other job has: it tells the run and, for people, which jobs publish into one
   * output.
   */
  public static String newJobName(Staging staging) {
    CRC32C output = new CRC32C();
    output.update(staging.output().location("").getBytes(StandardCharsets.UTF_8));
    return "winnow-%s-%s-%s"
        .formatted(
            staging.run().id(),
            HexFormat.of().toHexDigits((int) output.getValue()),
            UUID.randomUUID().toString().substring(0, 13));
  }

  /**
   * Leaves word of a job that is about to be submitted, and begins to watch for it.
   *
   * @param silence how long the cluster may leave questions unanswered before it counts as lost
   */
  public ClusterJob announce(String jobName, Staging staging, Duration silence) throws IOException {
    JobRecord.of(rest.base(), jobName, staging.output()).write(staging.output(), staging.folder());
    return new ClusterJob(rest, jobName, silence);
  }
}
