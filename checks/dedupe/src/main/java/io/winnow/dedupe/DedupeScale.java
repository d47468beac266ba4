package io.winnow.dedupe;

import com.sun.management.OperatingSystemMXBean;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.io.GenerateSequence;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.Validation;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Makes documents, and takes them as far as it is told to; prints figures, NAME VALUE a line. */
public final class DedupeScale {
  /** Of how many bytes of text curate makes one bucket. */
  private static final long BUCKET_BYTES = 4 << 20;

  private DedupeScale() {}

  /** What a run is told. */
  public interface Options extends FlinkPipelineOptions {
    @Description("Folder with bulk-*/files.zip")
    @Validation.Required
    String getData();

    void setData(String data);

    @Validation.Required
    Long getDocuments();

    void setDocuments(Long documents);

    @Default.Long(1)
    Long getSeed();

    void setSeed(Long seed);

    @Description("drafts, fingerprints or verdicts: the step after which to stop")
    @Default.String("verdicts")
    String getUntil();

    void setUntil(String until);

    @Description("An empty folder, seen by all workers")
    @Validation.Required
    String getTally();

    void setTally(String tally);
  }

  public static void main(String[] args) throws IOException {
    Options options = PipelineOptionsFactory.fromArgs(args).withValidation().as(Options.class);
    options.setRunner(FlinkRunner.class);
    options.setObjectReuse(true);
    options.setFasterCopy(true);
    Pipeline pipeline = Pipeline.create(options);
    build(pipeline, options);
    long start = System.nanoTime();
    long cpu = cpu();
    var result = pipeline.run();
    result.waitUntilFinish();
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("wall", Double.toString((System.nanoTime() - start) / 1e9));
    figures.put("cpu", Double.toString((cpu() - cpu) / 1e9));
    figures.put("shuffled", Long.toString(ShuffledBytes.sum()));
    MetricsFilter dedupe =
        MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace("winnow")).build();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(dedupe).getCounters()) {
      figures.merge(
          counter.getName().getName(),
          counter.getAttempted().toString(),
          (a, b) -> Long.toString(Long.parseLong(a) + Long.parseLong(b)));
    }
    Path tally = Path.of(options.getTally());
    if (options.getUntil().equals("verdicts")) {
      figures.putAll(Tally.read(tally).figures());
    }
    ShuffledBytes.byTask()
        .forEach((task, bytes) -> System.err.println(bytes + " bytes sent by " + task));
    figures.forEach((name, value) -> System.out.println(name + " " + value));
  }

  private static void build(Pipeline pipeline, Options options) throws IOException {
    Files.createDirectories(Path.of(options.getTally()));
    long count = options.getDocuments();
    PCollection<Draft> drafts =
        pipeline
            .apply("Numbers", GenerateSequence.from(0).to(count))
            .apply("Make", ParDo.of(new MakeFn(options)))
            .setCoder(AvroCoder.of(Draft.class));
    if (options.getUntil().equals("drafts")) {
      drafts.apply("End", ParDo.of(new EndFn<>()));
      return;
    }
    PCollection<Fingerprint> fingerprints =
        drafts.apply("Fingerprint", FingerprintArticles.of(MadeDrafts.RUN));
    if (options.getUntil().equals("fingerprints")) {
      fingerprints.apply("End", ParDo.of(new EndFn<>()));
      return;
    }
    int buckets = (int) Math.max(16, count * 2_200 / BUCKET_BYTES);
    fingerprints
        .apply(
            "Dedupe", DedupeArticles.of(DedupeSpec.defaults().withBuckets(buckets), MadeDrafts.RUN))
        .get(DedupeArticles.VERDICTS)
        .apply("Tally", ParDo.of(new TallyFn(Path.of(options.getTally()))));
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static final class MakeFn extends DoFn<Long, Draft> {
    private final String data;
    private final long seed;
    private final long count;
    private transient MadeDocuments documents;

    MakeFn(Options options) {
      this.data = options.getData();
      this.seed = options.getSeed();
      this.count = options.getDocuments();
    }

    @Setup
    public void load() {
      documents = new MadeDocuments(SentencePool.of(Path.of(data)), seed, count);
    }

    @ProcessElement
    public void process(@Element Long number, OutputReceiver<Draft> out) {
      out.output(MadeDrafts.of(documents.document(number)));
    }
  }

  private static final class EndFn<T> extends DoFn<T, Void> {
    private int sink;

    @ProcessElement
    public void process(@Element T element) {
      sink += System.identityHashCode(element);
    }
  }
}
