package io.winnow.cluster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.form.Form;
import io.winnow.form.NewerFormException;
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
  private static final int VERSION = 1;
  private static final Form FORM = new Form("a record of a job", VERSION);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  static JobRecord of(String cluster, String job, OutputStore output) {
    return new JobRecord(cluster, job, output.location(""), Instant.now().toString());
  }

  /** Version of this form; records had none at first. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  int version() {
    return VERSION;
  }

  /** Leaves it in {@code attempt}, a folder of {@code output}. */
  void write(OutputStore output, String attempt) throws IOException {
    try (OutputStream out = output.create(attempt + PATH)) {
      out.write(JSON.writeValueAsBytes(this));
    }
  }

  /**
   * What {@code attempt} left; empty when it submitted no job, or died while it wrote this.
   *
   * @throws NewerFormException when a program that is newer than this one wrote it
   */
  static Optional<JobRecord> read(OutputStore output, String attempt) throws IOException {
    try (InputStream in = Channels.newInputStream(output.open(attempt + PATH))) {
      byte[] json = in.readAllBytes();
      FORM.requireKnown(attempt + PATH, json, "version");
      return Optional.of(JSON.readValue(json, JobRecord.class));
    } catch (NoSuchFileException | FileNotFoundException | JacksonException absent) {
      return Optional.empty();
    }
  }
}
