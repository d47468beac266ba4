package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.spec.FlinkDeploymentSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/**
 * Parses the examples with the classes of their own tools, and adds up the memory that they state.
 */
class KubernetesConfigsTest {
  private static final Path CONFIGS = Path.of("..", "runner-configs");
  private static final Path FOLDER = CONFIGS.resolve("kubernetes");
  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "CronJob", CronJob.class,
          "FlinkDeployment", FlinkDeployment.class,
          "PersistentVolumeClaim", PersistentVolumeClaim.class);
  private static final Pattern ITEM =
      Pattern.compile("(?m)^ *# {3}(heap|[a-zA-Z-]+(?: [a-zA-Z-]+)*) {2,}(\\d+)(?: .*)?$");
  private static final Pattern SUM = Pattern.compile("(?m)^ *# +-{4}\\n *# +(\\d+)");

  /** Their classes keep what they do not know; here it is an error, as in {@code --validate}. */
  private static final YAMLMapper STRICT =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(com.fasterxml.jackson.databind.introspect.Annotated a) {
                  return a instanceof AnnotatedMember ? Boolean.FALSE : super.hasAnySetter(a);
                }
              })
          .build();

  @TempDir private Path scratch;

  @CommandLine.Command
  private static final class Holder {
    @Mixin private CurateOptions options;
    @Unmatched private List<String> others = new ArrayList<>();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFieldIsKnownToItsKind(Path file) throws IOException {
    String kind = STRICT.readTree(file.toFile()).get("kind").asText();

    assertThat(parse(file, KINDS.get(kind)).getClass(), is((Object) KINDS.get(kind)));
  }

  @Test
  void aFieldThatIsNotKnownIsFound() throws IOException {
    String job = Files.readString(FOLDER.resolve("curate-embedded.yaml"));
    String wrong = job.replace("restartPolicy: Never", "restartPolici: Never");

    assertThrows(UnrecognizedPropertyException.class, () -> STRICT.readValue(wrong, CronJob.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"curate-embedded.yaml", "curate-on-session.yaml"})
  void aJobRetriesOnlyWhatARetryCanCure(String name) throws IOException {
    JobSpec job = job(name);

    assertThat(pod(name).getRestartPolicy(), is("Never"));
    assertThat(job.getPodFailurePolicy().getRules().get(0).getAction(), is("FailJob"));
    assertThat(
        job.getPodFailurePolicy().getRules().get(0).getOnExitCodes().getValues(),
        is(List.of(ExitCode.USAGE.code(), ExitCode.NO_INPUT.code(), ExitCode.REFUSED.code())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"curate-embedded.yaml", "curate-on-session.yaml"})
  void aJobsOptionsAreWinnows(String name) throws IOException {
    Holder holder = options(name);

    assertThat(holder.options.problems(), empty());
    assertThat(RunnerOptions.problems(holder.others), empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"curate-embedded.yaml", "curate-on-session.yaml"})
  void aContainerHoldsTheSumOfWhatItsProcessTakes(String name) throws IOException {
    Map<String, Long> items = items(name);
    Container container = pod(name).getContainers().get(0);
    long limit = mebibytes(container.getResources().getLimits().get("memory"));

    assertThat(
        items.get("heap"),
        is(MemorySize.parse(variable(container, "WINNOW_HEAP")).getMebiBytes() + 0L));
    assertThat(sum(items), is(statedSum(name)));
    assertThat(sum(items), lessThanOrEqualTo(limit));
    assertThat(mebibytes(container.getResources().getRequests().get("memory")), is(limit));
  }

  @Test
  void anEmbeddedFlinkTakesWhatIsStated() throws IOException {
    Holder holder = options("curate-embedded.yaml");
    String folder =
        RunnerOptions.of(holder.options, holder.others, FlinkTarget.of(holder.others), scratch)
            .as(FlinkPipelineOptions.class)
            .getFlinkConfDir();
    String flink = Files.readString(Path.of(folder, "flink-conf.yaml"));
    Map<String, Long> items = items("curate-embedded.yaml");

    assertThat(flink, containsString("network.max: " + items.get("network") + "mb"));
    assertThat(flink, containsString("managed.size: " + items.get("managed") + "mb"));
  }

  @Test
  void flinkDerivesTheMemoryThatTheSessionClusterStates() throws IOException {
    String name = "session-cluster.yaml";
    FlinkDeploymentSpec cluster = cluster();
    String memory = cluster.getTaskManager().getResource().getMemory();
    TaskExecutorProcessSpec workers =
        TaskExecutorProcessUtils.processSpecFromConfig(
            configuration(cluster, "taskmanager.memory.process.size", memory));
    Map<String, Long> derived = new LinkedHashMap<>();
    derived.put("task heap", mebibytes(workers.getTaskHeapSize()));
    derived.put(
        "framework heap",
        mebibytes(workers.getJvmHeapMemorySize().subtract(workers.getTaskHeapSize())));
    derived.put("managed", mebibytes(workers.getManagedMemorySize()));
    derived.put("network", mebibytes(workers.getNetworkMemSize()));
    derived.put("task off-heap", mebibytes(workers.getTaskOffHeapSize()));
    derived.put(
        "framework off-heap",
        mebibytes(
            workers
                .getJvmDirectMemorySize()
                .subtract(workers.getNetworkMemSize())
                .subtract(workers.getTaskOffHeapSize())));
    derived.put("metaspace", mebibytes(workers.getJvmMetaspaceSize()));
    derived.put("JVM overhead", mebibytes(workers.getJvmOverheadSize()));

    assertThat(items(name), is(derived));
    assertThat(sum(derived), is(statedSum(name)));
    assertThat(sum(derived), is(mebibytes(MemorySize.parse(memory))));
  }

  @Test
  void flinkAcceptsTheJobManagersMemory() throws IOException {
    FlinkDeploymentSpec cluster = cluster();
    Configuration flink =
        configuration(
            cluster,
            "jobmanager.memory.process.size",
            cluster.getJobManager().getResource().getMemory());

    assertThat(
        mebibytes(
            JobManagerProcessUtils.processSpecFromConfigWithNewOptionToInterpretLegacyHeap(
                    flink, JobManagerOptions.JVM_HEAP_MEMORY)
                .getJvmHeapMemorySize()),
        greaterThan(500L));
  }

  @Test
  void theSessionClusterIsTheFlinkThatTheJobJarIsBuiltFor() throws IOException {
    String built = Version.all().get("flink").replaceFirst("\\.\\d+$", "");

    assertThat(cluster().getFlinkVersion().toString(), is("v" + built.replace('.', '_')));
    assertThat(cluster().getImage(), is("flink:" + built + "-java17"));
  }

  @Test
  void theServiceOfSystemdRetriesAndHoldsTheSame() throws IOException {
    String service = Files.readString(CONFIGS.resolve("systemd/winnow.service"));

    assertThat(service, containsString("\nRestartPreventExitStatus=2 3 4\n"));
    assertThat(service, containsString("=WINNOW_HEAP=2g"));
    assertThat(service, containsString("\nMemoryMax=3G\n"));
    assertThat(sum(items("curate-embedded.yaml")), lessThanOrEqualTo(3072L));
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  private static <T> T parse(Path file, Class<T> kind) throws IOException {
    return STRICT.readValue(file.toFile(), kind);
  }

  private static JobSpec job(String name) throws IOException {
    return parse(FOLDER.resolve(name), CronJob.class).getSpec().getJobTemplate().getSpec();
  }

  private static PodSpec pod(String name) throws IOException {
    return job(name).getTemplate().getSpec();
  }

  private static FlinkDeploymentSpec cluster() throws IOException {
    return parse(FOLDER.resolve("session-cluster.yaml"), FlinkDeployment.class).getSpec();
  }

  private static Configuration configuration(
      FlinkDeploymentSpec cluster, String key, String value) {
    Configuration flink = Configuration.fromMap(cluster.getFlinkConfiguration());
    flink.setString(key, value);
    flink.setString("taskmanager.cpu.cores", "2");
    return flink;
  }

  /** As the container's entry point would get them. */
  private static Holder options(String name) throws IOException {
    String configs = CONFIGS.toString();
    List<String> args =
        pod(name).getContainers().get(0).getArgs().stream()
            .map(arg -> arg.replace("/opt/winnow/runner-configs", configs))
            .map(arg -> arg.replace("$(RUN_ID)", "winnow-embedded-29384720"))
            .collect(Collectors.toList());
    assertThat(args.remove(0), is("curate"));
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(args.toArray(String[]::new));
    return holder;
  }

  private static String variable(Container container, String name) {
    return container.getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .map(EnvVar::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** The lines of the sum in a file's comments, in MiB. */
  private static Map<String, Long> items(String name) throws IOException {
    Map<String, Long> items = new LinkedHashMap<>();
    Matcher item = ITEM.matcher(Files.readString(FOLDER.resolve(name)));
    while (item.find()) {
      items.put(item.group(1), Long.valueOf(item.group(2)));
    }
    assertThat(items, aMapWithSize(greaterThan(4)));
    return items;
  }

  private static long statedSum(String name) throws IOException {
    Matcher sum = SUM.matcher(Files.readString(FOLDER.resolve(name)));
    assertThat(sum.find(), is(true));
    return Long.parseLong(sum.group(1));
  }

  private static long sum(Map<String, Long> items) {
    return items.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long mebibytes(MemorySize size) {
    return size.getMebiBytes();
  }

  private static long mebibytes(Quantity quantity) {
    return Quantity.getAmountInBytes(quantity).longValueExact() >> 20;
  }
}
