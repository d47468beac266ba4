package io.winnow.pipeline;

import io.winnow.summarize.llm.EndpointKey;
import io.winnow.summarize.llm.LlmSpec;
import io.winnow.summarize.llm.Patience;
import io.winnow.summarize.llm.PromptTemplate;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code --summarizer=llm}. */
final class LlmOptions {
  private static final String DEFAULT_KEY_ENV = "WINNOW_LLM_KEY";
  private static final int DEFAULT_RATE = 60;
  private static final int DEFAULT_CONCURRENCY = 4;
  private static final int DEFAULT_TIMEOUT = 60;
  private static final int DEFAULT_INPUT = 6000;

  @Option(
      names = "--llmEndpoint",
      paramLabel = "URL",
      description =
          "Base address of an OpenAI-compatible endpoint, such as http://localhost:11434/v1 (Ollama) or"
              + " https://HOST/v1. Texts of articles go there, masked. http only to this machine, unless"
              + " --llmAllowHttp.")
  @Nullable String endpoint;

  @Option(
      names = "--llmModel",
      paramLabel = "NAME",
      description = "Model to ask, as the endpoint names it.")
  @Nullable String model;

  @Option(
      names = "--llmCache",
      paramLabel = "DIR",
      description =
          "Folder, s3:// or hdfs:// that keeps every answer, outside --output: with it a re-run asks nothing and rows"
              + " are the same. On a cluster it must be one that every task manager reaches.")
  @Nullable String cache;

  @Option(
      names = "--llmMaxRequests",
      paramLabel = "N",
      description =
          "Requests that the run may send, 1 to 100000, and so articles that the model may summarize (those of the"
              + " lowest hash of their id, whether cached or not). Retries come out of what the first requests leave.")
  @Nullable Integer maxRequests;

  @Option(
      names = "--llmMaxTokens",
      paramLabel = "N",
      description = "Tokens that the run may use, of questions and answers together; from 1000.")
  @Nullable Long maxTokens;

  @Option(
      names = "--llmPrompt",
      paramLabel = "FILE",
      description =
          "YAML file of what the model is asked, with placeholders, in place of the built-in one, which explains"
              + " itself: transforms/src/main/resources/io/winnow/summarize/llm/prompt.yaml.")
  @Nullable Path prompt;

  @Option(
      names = "--llmKeyEnv",
      paramLabel = "NAME",
      description =
          "Environment variable that holds the endpoint's key; a local endpoint needs none. Default:"
              + " WINNOW_LLM_KEY.")
  @Nullable String keyEnv;

  @Option(
      names = "--llmRequestsPerMinute",
      paramLabel = "N",
      description = "Most requests a minute, evenly spread, 1 to 100000. Default: 60.")
  @Nullable Integer requestsPerMinute;

  @Option(
      names = "--llmConcurrency",
      paramLabel = "N",
      description = "Most requests under way at a time, 1 to 256. Default: 4.")
  @Nullable Integer concurrency;

  @Option(
      names = "--llmTimeout",
      paramLabel = "SECONDS",
      description =
          "Longest wait for one whole answer, 1 to 3600; then it is asked again, four times in all. Default: 60.")
  @Nullable Integer timeout;

  @Option(
      names = "--llmMaxInputChars",
      paramLabel = "N",
      description =
          "Most characters of an article that are sent, 500 to 200000; of a longer one its beginning and the key"
              + " sentences of the rest. Default: 6000.")
  @Nullable Integer maxInputChars;

  @Option(
      names = "--llmAllowHttp",
      description = "Allow an endpoint on another machine without encryption.")
  boolean allowHttp;

  private @Nullable PromptTemplate template;

  /** Everything wrong with them, for people. */
  List<String> problems(String summarizer, String output) {
    List<String> problems = new ArrayList<>();
    if (!summarizer.equals("llm")) {
      given().forEach((name, value) -> problems.add(name + " needs --summarizer=llm"));
      return problems;
    }
    required(problems, "--llmEndpoint", endpoint, "such as http://localhost:11434/v1");
    required(problems, "--llmModel", model, "as the endpoint names it");
    required(problems, "--llmCache", cache, "a folder that keeps answers for re-runs");
    required(problems, "--llmMaxRequests", maxRequests, "the requests that the run may send");
    required(problems, "--llmMaxTokens", maxTokens, "the tokens that the run may use");
    endpointProblem(problems);
    cacheProblem(problems, output);
    keyProblem(problems);
    if (prompt != null && !(Files.isRegularFile(prompt) && Files.isReadable(prompt))) {
      problems.add("--llmPrompt must be a readable file; was: " + prompt);
    }
    within(problems, "--llmMaxRequests", maxRequests, 1, 100_000);
    within(problems, "--llmRequestsPerMinute", requestsPerMinute, 1, 100_000);
    within(problems, "--llmConcurrency", concurrency, 1, 256);
    within(problems, "--llmTimeout", timeout, 1, 3600);
    within(problems, "--llmMaxInputChars", maxInputChars, 500, 200_000);
    if (maxTokens != null && maxTokens < 1000) {
      problems.add("--llmMaxTokens must be at least 1000; was: " + maxTokens);
    }
    return problems;
  }

  private Map<String, Object> given() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("--llmEndpoint", endpoint);
    all.put("--llmModel", model);
    all.put("--llmCache", cache);
    all.put("--llmMaxRequests", maxRequests);
    all.put("--llmMaxTokens", maxTokens);
    all.put("--llmPrompt", prompt);
    all.put("--llmKeyEnv", keyEnv);
    all.put("--llmRequestsPerMinute", requestsPerMinute);
    all.put("--llmConcurrency", concurrency);
    all.put("--llmTimeout", timeout);
    all.put("--llmMaxInputChars", maxInputChars);
    all.put("--llmAllowHttp", allowHttp ? true : null);
    all.values().removeIf(Objects::isNull);
    return all;
  }

  /** An address may hold a password, so only one that has none is repeated. */
  private void endpointProblem(List<String> problems) {
    if (endpoint == null || endpoint.isBlank()) {
      return;
    }
    try {
      URI uri = new URI(endpoint);
      String scheme = String.valueOf(uri.getScheme());
      if (uri.getHost() == null || !scheme.matches("https?")) {
        problems.add("--llmEndpoint must be http://HOST/... or https://HOST/...");
      } else if (uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        problems.add(
            "--llmEndpoint must have no user, password, query or fragment; a key is taken from the environment only");
      } else if (scheme.equals("http") && !isThisMachine(uri.getHost()) && !allowHttp) {
        problems.add(
            "--llmEndpoint would send texts unencrypted to another machine; use https, or say --llmAllowHttp; was: "
                + endpoint);
      }
    } catch (URISyntaxException e) {
      problems.add("--llmEndpoint is no address");
    }
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  private void cacheProblem(List<String> problems, String output) {
    if (cache == null || cache.isBlank()) {
      return;
    }
    Storage.problem(cache).ifPresent(problem -> problems.add("--llmCache: " + problem));
    if (!Storage.isLocal(cache)) {
      return;
    }
    Path folder = Storage.path(cache).toAbsolutePath().normalize();
    if (Files.exists(folder) && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
      problems.add("--llmCache must be a folder that can be written; was: " + cache);
    }
    if (!output.isBlank()
        && Storage.isLocal(output)
        && folder.startsWith(Storage.path(output).toAbsolutePath().normalize())) {
      problems.add("--llmCache must lie outside --output; was: " + cache);
    }
  }

  /** Never repeats what was given: it may be the key itself. */
  private void keyProblem(List<String> problems) {
    if (!keyVariable().matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
      problems.add(
          "--llmKeyEnv must be the name of an environment variable, such as WINNOW_LLM_KEY, not a key");
      return;
    }
    try {
      boolean isSet = EndpointKey.in(System.getenv(), keyVariable()).isPresent();
      if (keyEnv != null && !isSet) {
        problems.add(
            "--llmKeyEnv names an environment variable that is not set (on a cluster, the task managers need it, too)");
      }
    } catch (IllegalArgumentException e) {
      problems.add("--llmKeyEnv: " + e.getMessage());
    }
  }

  private String keyVariable() {
    return keyEnv == null ? DEFAULT_KEY_ENV : keyEnv;
  }

  /**
   * Reads the prompt and makes the cache's folder.
   *
   * @throws IllegalArgumentException with every problem, a line each
   */
  void load(String summarizer) throws IOException {
    if (!summarizer.equals("llm")) {
      return;
    }
    try {
      template =
          prompt == null
              ? PromptTemplate.bundled()
              : PromptTemplate.parse(prompt.toString(), Files.readString(prompt));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(prompt + ": is not UTF-8", e);
    }
    if (cache != null && Storage.isLocal(cache)) {
      try {
        Files.createDirectories(Storage.path(cache));
      } catch (IOException e) {
        throw new IllegalArgumentException("--llmCache cannot be made: " + e.getMessage(), e);
      }
    }
  }

  /** How the model is asked; null where it is not. Only where {@link #problems} finds none. */
  @Nullable LlmSpec spec(String summarizer) {
    if (!summarizer.equals("llm")) {
      return null;
    }
    return new LlmSpec(
        URI.create(Objects.requireNonNull(endpoint)),
        Objects.requireNonNull(model),
        Objects.requireNonNull(template),
        Storage.isLocal(Objects.requireNonNull(cache))
            ? Storage.path(cache).toAbsolutePath().toString()
            : cache,
        Objects.requireNonNull(maxRequests),
        Objects.requireNonNull(maxTokens),
        requestsPerMinute == null ? DEFAULT_RATE : requestsPerMinute,
        concurrency == null ? DEFAULT_CONCURRENCY : concurrency,
        maxInputChars == null ? DEFAULT_INPUT : maxInputChars,
        Patience.of(Duration.ofSeconds(timeout == null ? DEFAULT_TIMEOUT : timeout)),
        keyVariable());
  }

  /** Adds what bears on rows to the options that the manifest has. */
  void addTo(Map<String, String> manifest) {
    if (endpoint == null || model == null || template == null) {
      return;
    }
    manifest.put("llmEndpoint", endpoint);
    manifest.put("llmModel", model);
    manifest.put("llmPromptSha256", template.sha256());
    manifest.put("llmMaxRequests", String.valueOf(maxRequests));
    manifest.put("llmMaxTokens", String.valueOf(maxTokens));
    manifest.put(
        "llmMaxInputChars", String.valueOf(maxInputChars == null ? DEFAULT_INPUT : maxInputChars));
  }

  private static void required(
      List<String> problems, String name, @Nullable Object value, String what) {
    if (value == null || value.toString().isBlank()) {
      problems.add("--summarizer=llm needs " + name + ": " + what);
    }
  }

  private static void within(
      List<String> problems, String name, @Nullable Integer value, int min, int max) {
    if (value != null && (value < min || value > max)) {
      problems.add(name + " must be " + min + " to " + max + "; was: " + value);
    }
  }
}
