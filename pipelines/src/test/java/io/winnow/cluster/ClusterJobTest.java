package io.winnow.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.winnow.publish.LocalOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as Flink's REST interface does. */
class ClusterJobTest {
  private final Map<String, String> states = new ConcurrentHashMap<>();
  private final List<String> cancelled = new ArrayList<>();
  private String failures = "";
  private HttpServer server;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    base = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tellsHowFarTheJobIs() throws Exception {
    try (ClusterJob job = job("mine")) {
      assertThat(job.look().stage(), is("submitting"));
      states.put("mine", "RUNNING");
      JobProgress progress = job.look();
      assertThat(progress.stage(), is("cleaning"));
      assertThat(progress.files(), is(3L));
      assertThat(progress.pieces(), is(40L));
      assertThat(progress.tasksDone(), is(1));
      assertThat(progress.tasks(), is(2));
    }
  }

  @Test
  void endsAHopelessJobAtItsFirstFailure() throws Exception {
    states.put("mine", "RUNNING");
    failures =
        "{\"taskName\":\"Clean\",\"stacktrace\":\"java.lang.IllegalStateException: broken\"}";
    try (ClusterJob job = job("mine")) {
      ClusterException e = assertThrows(ClusterException.class, job::look);
      assertThat(e.getMessage(), containsString("IllegalStateException: broken"));
    }
    assertThat(cancelled, contains("mine"));
  }

  @Test
  void outlivesTheLossOfAWorker() throws Exception {
    states.put("mine", "RESTARTING");
    failures =
        "{\"taskName\":\"Clean\",\"stacktrace\":\"java.util.concurrent.TimeoutException: Heartbeat\"}";
    try (ClusterJob job = job("mine")) {
      assertThat(job.look().stage(), is("restarting"));
    }
    assertThat(cancelled, is(empty()));
  }

  @Test
  void givesUpAClusterThatDoesNotAnswer() throws Exception {
    server.stop(0);
    try (ClusterJob job = new ClusterJob(new FlinkRest(base), "mine", Duration.ofMillis(300))) {
      assertThat(job.look().stage(), is("no answer from the JobManager"));
      Thread.sleep(400);
      ClusterException e = assertThrows(ClusterException.class, job::look);
      assertThat(e.getMessage(), containsString("has not answered"));
    }
  }

  @Test
  void givesUpAClusterThatForgotTheJob() throws Exception {
    states.put("mine", "RUNNING");
    try (ClusterJob job = job("mine")) {
      job.look();
      states.clear();
      ClusterException e = assertThrows(ClusterException.class, job::look);
      assertThat(e.getMessage(), containsString("does not know the job"));
    }
  }

  @Test
  void endsTheJobOfADeadRunOfTheSameOutputAndNoOther(@TempDir Path folder) throws Exception {
    LocalOutput output = LocalOutput.at(folder.resolve("out"));
    LocalOutput copied = LocalOutput.at(folder.resolve("copied-from"));
    for (String attempt : List.of(".runs/a.1", ".runs/b.2", ".runs/c.3")) {
      Files.createDirectories(folder.resolve("out").resolve(attempt));
    }
    JobRecord.of(base, "mine", output).write(output, ".runs/a.1");
    JobRecord.of(base, "of another", copied).write(output, ".runs/b.2");
    states.putAll(Map.of("mine", "RUNNING", "of another", "RUNNING", "unknown", "RUNNING"));

    DeadJobs.end(output);

    assertThat(cancelled, contains("mine"));
  }

  @Test
  void aClusterThatIsGoneHoldsNoRunUp(@TempDir Path folder) throws Exception {
    server.stop(0);
    LocalOutput output = LocalOutput.at(folder);
    Files.createDirectories(folder.resolve(".runs/a.1"));
    JobRecord.of(base, "mine", output).write(output, ".runs/a.1");
    DeadJobs.end(output);
    assertThat(cancelled, is(empty()));
  }

  private ClusterJob job(String name) {
    return new ClusterJob(new FlinkRest(base), name, Duration.ofSeconds(30));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = null;
    if (path.equals("/jobs/overview")) {
      List<String> jobs = new ArrayList<>();
      states.forEach(
          (name, state) ->
              jobs.add(
                  "{\"jid\":\"%s\",\"name\":\"%s\",\"state\":\"%s\"}"
                      .formatted(name.replace(' ', '-'), name, state)));
      body = "{\"jobs\":[" + String.join(",", jobs) + "]}";
    } else if (path.endsWith("/exceptions")) {
      body = "{\"exceptionHistory\":{\"entries\":[" + failures + "]}}";
    } else if (exchange.getRequestMethod().equals("PATCH")) {
      String id = path.substring("/jobs/".length());
      cancelled.add(id);
      states.replace(id, "CANCELED");
      body = "{}";
    } else if (states.containsKey(path.substring("/jobs/".length()))) {
      body =
          """
          {"state":"%s","status-counts":{"RUNNING":1,"FINISHED":1},"vertices":[
           {"name":"GroupReduce -> FlatMap (FlatMap at Split/ReadAndSplit)","metrics":{"read-records":3}},
           {"name":"FlatMap (FlatMap at Clean/Clean)","metrics":{"read-records":9,"write-records":40}}]}
          """
              .formatted(states.get(path.substring("/jobs/".length())));
    }
    byte[] bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
