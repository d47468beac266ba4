package io.winnow.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.form.Form;
import io.winnow.form.NewerFormException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds an output, as its lease file says.
 *
 * @param token unique to one taking of the lease
 * @param runId run it was taken for
 * @param host name of the machine, for people
 * @param space what makes process ids comparable: the machine's boot and the process namespace
 * @param pid process
 * @param started when that process started, in its host's own terms
 * @param taken when the lease was taken, ISO instant
 * @param heartbeat when the holder last said it is alive, ISO instant
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Holder(
    String token,
    String runId,
    String host,
    String space,
    long pid,
    String started,
    String taken,
    String heartbeat) {
  private static final int VERSION = 1;
  private static final Form FORM = new Form("a lease", VERSION);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  Holder {
    Instant.parse(heartbeat);
  }

  static Holder of(String token, String runId, Instant now) {
    LocalProcess self = LocalProcess.self();
    return new Holder(
        token,
        runId,
        self.host(),
        self.space(),
        self.pid(),
        self.started(),
        now.toString(),
        now.toString());
  }

  Holder beatAt(Instant now) {
    return new Holder(token, runId, host, space, pid, started, taken, now.toString());
  }

  /**
   * Whether it is gone for certain: the process where that can be seen from here, else its
   * heartbeat for longer than {@code silence}.
   */
  boolean isDead(Instant now, Duration silence) {
    LocalProcess self = LocalProcess.self();
    if (host.equals(self.host()) && space.equals(self.space())) {
      return !LocalProcess.startOf(pid).equals(Optional.of(started));
    }
    return Instant.parse(heartbeat).plus(silence).isBefore(now);
  }

  /** When it will count as dead if it is, for people; empty where that can be seen at once. */
  String untilDead(Instant now, Duration silence) {
    LocalProcess self = LocalProcess.self();
    if (host.equals(self.host()) && space.equals(self.space())) {
      return "";
    }
    long seconds = Duration.between(now, Instant.parse(heartbeat).plus(silence)).toSeconds();
    return ", which cannot be looked for from here: if it is dead, the output is free in "
        + Math.max(1, seconds + 1)
        + " s";
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers can be written", e);
    }
  }

  /** Version of this form; leases had none at first. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  int version() {
    return VERSION;
  }

  /**
   * Empty for a text that no holder wrote.
   *
   * @throws NewerFormException when a program that is newer than this one wrote it
   */
  static Optional<Holder> parse(String json) throws IOException {
    try {
      FORM.requireKnown(
          "the lease on the output", json.getBytes(StandardCharsets.UTF_8), "version");
      return Optional.ofNullable(JSON.readValue(json, Holder.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  String describe() {
    return "run "
        + runId
        + " (process "
        + pid
        + " on "
        + host
        + ", since "
        + taken
        + ", last sign of life "
        + heartbeat
        + ")";
  }
}
