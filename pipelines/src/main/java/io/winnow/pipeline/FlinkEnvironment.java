package io.winnow.pipeline;

import java.io.Closeable;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.restartstrategy.RestartStrategies;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.client.program.ContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;

/**
 * Flink's environment for a job on a cluster, which Beam finds as it finds that of {@code flink
 * run}.
 *
 * <p>Beam's own lacks two things: Flink takes the restart strategy of a batch job from its
 * environment alone, and only an environment can ask the JobManager to end the job by itself when
 * the client has not been heard of for a while.
 */
@SuppressWarnings("deprecation") // Beam's batch mode stands on Flink's DataSet API
final class FlinkEnvironment extends ContextEnvironment {
  /** Enough for workers that come and go through a night. */
  static final int RESTARTS = 10;

  /**
   * So slow that {@link io.winnow.cluster.ClusterJob} sees each failure, and ends a hopeless job,
   * before the next attempt begins.
   */
  static final Duration RESTART_DELAY = Duration.ofSeconds(5);

  /** What a client adds to the configuration of its cluster. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "execution.attached", "true",
          "execution.shutdown-on-attached-exit", "true",
          "client.heartbeat.interval", "10000",
          "client.heartbeat.timeout", "120000");

  private FlinkEnvironment(
      PipelineExecutorServiceLoader loader, Configuration configuration, ClassLoader classes) {
    super(loader, configuration, classes, false, true);
    setRestartStrategy(RestartStrategies.fixedDelayRestart(RESTARTS, RESTART_DELAY.toMillis()));
  }

  /**
   * Makes it the environment of this process until the result is closed, after which there is none.
   *
   * @param configuration of the client; {@link #SETTINGS} is added
   */
  static Closeable install(PipelineExecutorServiceLoader loader, Configuration configuration) {
    Configuration all = new Configuration(configuration);
    SETTINGS.forEach(all::setString);
    ClassLoader classes = FlinkEnvironment.class.getClassLoader();
    initializeContextEnvironment(
        () -> {
          ExecutionEnvironment environment = new FlinkEnvironment(loader, all, classes);
          return environment;
        });
    return ExecutionEnvironment::resetContextEnvironment;
  }
}
