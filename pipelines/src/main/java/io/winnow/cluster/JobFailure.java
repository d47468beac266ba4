package io.winnow.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One failure of a job, as its exceptions over REST tell it, and whether another attempt can mend
 * it.
 *
 * @param task step that failed; empty when it was none
 * @param worker TaskManager it ran on
 * @param causes the exceptions from the outermost to the root, as {@code class: message}
 */
record JobFailure(String task, String worker, List<String> causes) {
  private static final Pattern CAUSE =
      Pattern.compile(
          "(?m)^(?:Caused by: )?(?:org\\.apache\\.flink\\.util\\.SerializedThrowable: )?"
              + "((?:[a-z][\\w]*\\.)+[A-Z][\\w$]*(?:: .*)?)$");

  /** Ends of tasks that say nothing about the data: something else failed first. */
  private static final List<String> LOST_WORKER =
      List.of(
          "org.apache.flink.runtime.io.network.netty.",
          "org.apache.flink.runtime.io.network.partition.",
          "org.apache.flink.runtime.jobmanager.scheduler.",
          "org.apache.flink.runtime.jobmaster.",
          "org.apache.flink.runtime.resourcemanager.",
          "org.apache.flink.runtime.rpc.",
          "org.apache.flink.runtime.taskexecutor.",
          "org.apache.flink.runtime.execution.CancelTaskException",
          "org.apache.flink.util.FlinkException",
          "org.apache.flink.util.FlinkExpectedException",
          "org.apache.pekko.",
          "java.lang.InterruptedException",
          "java.nio.channels.ClosedByInterruptException",
          "java.util.concurrent.CancellationException",
          "java.util.concurrent.TimeoutException");

  /** Roots that a network or a service may get over. */
  private static final List<String> MAY_PASS =
      List.of("java.io.IOException", "java.net.", "javax.net.ssl.", "software.amazon.awssdk.");

  /** What the operating system says of a disk that the next attempt finds the same. */
  private static final Pattern DISK =
      Pattern.compile(
          "No space left on device|Read-only file system|Permission denied|Disk quota exceeded");

  JobFailure {
    causes = List.copyOf(causes);
  }

  /** What one entry of the exception history says. */
  static JobFailure of(JsonNode entry) {
    List<String> causes = new ArrayList<>();
    Matcher cause = CAUSE.matcher(entry.path("stacktrace").asText());
    while (cause.find()) {
      causes.add(cause.group(1));
    }
    if (causes.isEmpty()) {
      causes.add(entry.path("exceptionName").asText());
    }
    return new JobFailure(
        entry.path("taskName").asText(""), entry.path("taskManagerId").asText(""), causes);
  }

  /** Whether another attempt can mend it. */
  Outlook outlook() {
    if (causes.stream().anyMatch(cause -> startsWithAny(cause, LOST_WORKER))) {
      return Outlook.ANOTHER_WORKER;
    }
    return startsWithAny(root(), MAY_PASS) && !DISK.matcher(root()).find()
        ? Outlook.MAY_PASS
        : Outlook.HOPELESS;
  }

  /** The exception that began it, as {@code class: message}. */
  String root() {
    return causes.get(causes.size() - 1);
  }

  private static boolean startsWithAny(String cause, List<String> prefixes) {
    return prefixes.stream().anyMatch(cause::startsWith);
  }

  /** What becomes of a job that failed. */
  enum Outlook {
    /** A worker went away; another takes its work over. */
    ANOTHER_WORKER,
    /** Input or output failed in a way that may pass. */
    MAY_PASS,
    /** The next attempt would end the same way. */
    HOPELESS
  }
}
