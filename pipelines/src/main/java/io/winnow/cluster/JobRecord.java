package io.winnow.cluster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.publish.OutputStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;

/**
 * What an attempt at a run leaves beside its files before it submits a job, so that the job can be
 * found when its client is dead.
 *
 * @param cluster REST address of the cluster
 * @param job unique name of the job
 * @param output where the run is to be published; a copy of the folder says another place
 * @param written when, ISO instant
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record JobRecord(String cluster, String job, String output, String written) {
  private static final String PATH = "/_job/cluster.json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  static JobRecord of(String cluster, String job, OutputStore output) {
    return new JobRecord(cluster, job, output.location(""), Instant.now().toString());
  }

  /** Leaves it in {@code attempt}, a folder of {@code output}. */
  void write(OutputStore output, String attempt) throws IOException {
    try (OutputStream out = output.create(attempt + PATH)) {
      out.write(JSON.writeValueAsBytes(this));
    }
  }

  /** What {@code attempt} left; empty when it submitted no job, or died while it wrote this. */
  static Optional<JobRecord> read(OutputStore output, String attempt) throws IOException {
    try (InputStream in = Channels.newInputStream(output.open(attempt + PATH))) {
      return Optional.of(JSON.readValue(in.readAllBytes(), JobRecord.class));
    } catch (NoSuchFileException | FileNotFoundException | JacksonException absent) {
      return Optional.empty();
    }
  }
}
