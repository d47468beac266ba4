package io.winnow.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the REST interface of a Flink cluster. Every question ends within seconds: with an answer,
 * or with an {@link IOException} when there is none.
 */
final class FlinkRest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String base;

  /**
   * @param base such as {@code http://localhost:8081}
   */
  FlinkRest(String base) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** Where it asks. */
  String base() {
    return base;
  }

  /** Task slots of the cluster. */
  Slots slots() throws IOException, InterruptedException {
    JsonNode overview = get("/overview");
    return new Slots(
        overview.path("slots-total").asInt(), overview.path("slots-available").asInt());
  }

  /** Ids of the jobs of that name, ended ones included. */
  List<JobState> jobsNamed(String name) throws IOException, InterruptedException {
    List<JobState> found = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)) {
        found.add(new JobState(job.path("jid").asText(), job.path("state").asText()));
      }
    }
    return found;
  }

  /** State and vertices of a job; empty when the cluster does not know it. */
  Optional<JsonNode> job(String id) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(), "/jobs/" + id);
  }

  /** The failures that a job has had, the newest first. */
  List<JobFailure> failures(String id) throws IOException, InterruptedException {
    List<JobFailure> failures = new ArrayList<>();
    JsonNode history = get("/jobs/" + id + "/exceptions?maxExceptions=30").path("exceptionHistory");
    for (JsonNode entry : history.path("entries")) {
      failures.add(JobFailure.of(entry));
    }
    return failures;
  }

  /** Asks for the end of a job, which may take a while; a job that has ended stays as it is. */
  void cancel(String id) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder().method("PATCH", HttpRequest.BodyPublishers.noBody());
    send(request, "/jobs/" + id + "?mode=cancel");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(), path)
        .orElseThrow(() -> new IOException(base + " does not know " + path));
  }

  private Optional<JsonNode> ask(HttpRequest.Builder request, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request, path);
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(base + " answers " + answer.statusCode() + " to " + path);
    }
    return Optional.of(JSON.readTree(answer.body()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path)
      throws IOException, InterruptedException {
    return http.send(
        request.uri(URI.create(base + path)).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Task slots.
   *
   * @param total of the TaskManagers that are there
   * @param free that no job has
   */
  record Slots(int total, int free) {}

  /**
   * A job and its state, as Flink names it.
   *
   * @param id its id
   * @param state such as RUNNING
   */
  record JobState(String id, String state) {
    /** Whether it runs no more and never will. */
    boolean hasEnded() {
      return switch (state) {
        case "FINISHED", "FAILED", "CANCELED" -> true;
        default -> false;
      };
    }
  }
}
