package io.winnow.pipeline;

import java.io.Closeable;
import java.time.Duration;
import org.apache.flink.api.common.restartstrategy.RestartStrategies;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.client.program.ContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;

/**
 * Flink's environment for a job on a cluster, which Beam finds as it finds that of {@code flink
 * run}.
 *
 * <p>Flink takes the restart strategy of a batch job from its environment alone, and Beam's own
 * sets none.
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

  private FlinkEnvironment(
      PipelineExecutorServiceLoader loader, Configuration configuration, ClassLoader classes) {
    super(loader, configuration, classes, false, true);
    setRestartStrategy(RestartStrategies.fixedDelayRestart(RESTARTS, RESTART_DELAY.toMillis()));
  }

  /**
   * Makes it the environment of this process until the result is closed, after which there is none.
   *
   * @param configuration of the client
   */
  static Closeable install(PipelineExecutorServiceLoader loader, Configuration configuration) {
    Configuration all = new Configuration(configuration);
    all.set(DeploymentOptions.ATTACHED, true);
    ClassLoader classes = FlinkEnvironment.class.getClassLoader();
    initializeContextEnvironment(
        () -> {
          ExecutionEnvironment environment = new FlinkEnvironment(loader, all, classes);
          return environment;
        });
    return ExecutionEnvironment::resetContextEnvironment;
  }
}
