package io.winnow.pipeline;

import io.winnow.cluster.Cluster;
import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.client.deployment.ClusterClientFactory;
import org.apache.flink.client.deployment.ClusterDescriptor;
import org.apache.flink.client.deployment.DefaultClusterClientServiceLoader;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.client.program.ContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;

/**
 * Where a Flink job is to run: inside this process, on the cluster that {@code --flinkMaster}
 * names, or where {@code flink run}, which started this process, says.
 */
@SuppressWarnings("deprecation") // Beam's batch mode stands on Flink's DataSet API
final class FlinkTarget {
  private static final Logger LOG = Logger.getLogger(FlinkTarget.class.getName());

  /** Beam's word for "where {@code flink run} says". */
  static final String CONTEXT = "[auto]";

  private final String master;
  private final boolean attached;

  private FlinkTarget(String master, boolean attached) {
    this.master = master;
    this.attached = attached;
  }

  /** Where a run with these options of Beam's goes. */
  static FlinkTarget of(List<String> beamArgs) {
    String master = RunnerOptions.EMBEDDED;
    boolean attached = true;
    for (String arg : beamArgs) {
      if (arg.startsWith("--flinkMaster=") && !arg.matches("--flinkMaster=(\\[(local|auto)\\])?")) {
        master = arg.substring("--flinkMaster=".length());
      }
      attached &= !arg.equals("--attachedMode=false");
    }
    Optional<Configuration> context = context();
    if (context.isPresent() && master.equals(RunnerOptions.EMBEDDED)) {
      master = CONTEXT;
    }
    return new FlinkTarget(
        master, attached && context.map(it -> it.get(DeploymentOptions.ATTACHED)).orElse(true));
  }

  /** What is wrong with it, for people. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!attached) {
      problems.add(
          "a detached run (flink run -d, execution.attached: false or --attachedMode=false) cannot"
              + " publish: publishing happens here, once the job has ended. Run it attached");
    }
    if (context().isPresent() && !master.equals(CONTEXT)) {
      problems.add("--flinkMaster cannot be given under flink run: use its option -m");
    }
    return problems;
  }

  /** Whether it is inside this process. */
  boolean isEmbedded() {
    return master.equals(RunnerOptions.EMBEDDED);
  }

  /** As Beam's option {@code --flinkMaster} has it. */
  String master() {
    return master;
  }

  /** The cluster that it is on; empty where it is this process, or cannot be watched. */
  Optional<Cluster> cluster() throws InterruptedException {
    if (isEmbedded()) {
      return Optional.empty();
    }
    if (!master.equals(CONTEXT)) {
      Cluster cluster = Cluster.at(address().toString());
      if (!cluster.answers()) {
        throw new UserError(ExitCode.FAILED, "no Flink cluster answers at --flinkMaster=" + master);
      }
      return Optional.of(cluster);
    }
    Optional<Cluster> cluster = context().flatMap(FlinkTarget::restOf).map(Cluster::at);
    if (cluster.isPresent() && cluster.get().answers()) {
      return cluster;
    }
    LOG.warning(
        "the cluster's REST interface cannot be reached from here, so the job is not watched");
    return Optional.empty();
  }

  /**
   * Sets up what a job on a cluster needs in this process, until the result is closed.
   *
   * <p>Jobs on the DataStream API do without: Beam gives them a restart strategy itself.
   */
  Closeable environment(FlinkPipelineOptions options) {
    if (isEmbedded() || options.getUseDataStreamForBatch() || options.getFilesToStage() == null) {
      return () -> {};
    }
    options.setFlinkMaster(CONTEXT);
    if (master.equals(CONTEXT)) {
      ExecutionEnvironment given = ExecutionEnvironment.getExecutionEnvironment();
      return FlinkEnvironment.install(given.getExecutorServiceLoader(), given.getConfiguration());
    }
    Configuration configuration =
        options.getFlinkConfDir() == null
            ? GlobalConfiguration.loadConfiguration()
            : GlobalConfiguration.loadConfiguration(options.getFlinkConfDir());
    URI address = address();
    configuration.set(DeploymentOptions.TARGET, "remote");
    configuration.set(JobManagerOptions.ADDRESS, address.getHost());
    configuration.set(RestOptions.ADDRESS, address.getHost());
    configuration.set(RestOptions.PORT, address.getPort());
    configuration.set(
        PipelineOptions.JARS,
        options.getFilesToStage().stream().map(jar -> Path.of(jar).toUri().toString()).toList());
    return FlinkEnvironment.install(new DefaultExecutorServiceLoader(), configuration);
  }

  private URI address() {
    URI given = URI.create(master.matches("https?://.*") ? master : "http://" + master);
    return given.getPort() >= 0
        ? given
        : URI.create(given.getScheme() + "://" + given.getHost() + ":8081");
  }

  /** The configuration that {@code flink run} runs us with; empty when it does not. */
  private static Optional<Configuration> context() {
    ExecutionEnvironment environment = ExecutionEnvironment.getExecutionEnvironment();
    return environment instanceof ContextEnvironment
        ? Optional.of(environment.getConfiguration())
        : Optional.empty();
  }

  private static Optional<String> restOf(Configuration configuration) {
    return restOf(
        new DefaultClusterClientServiceLoader().getClusterClientFactory(configuration),
        configuration);
  }

  private static <T> Optional<String> restOf(
      ClusterClientFactory<T> factory, Configuration configuration) {
    try (ClusterDescriptor<T> descriptor = factory.createClusterDescriptor(configuration);
        ClusterClient<T> client =
            descriptor.retrieve(factory.getClusterId(configuration)).getClusterClient()) {
      return Optional.of(client.getWebInterfaceURL());
    } catch (Exception e) {
      LOG.log(Level.FINE, "no client for the cluster", e);
      return Optional.empty();
    }
  }
}
