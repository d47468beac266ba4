package io.winnow.summarize.llm;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model is asked, with placeholders in braces.
 *
 * @param system the standing instruction
 * @param user the message that holds the article
 * @param request further fields of the request, such as {@code temperature}, by name; the value
 *     {@code omit} takes a field away that would be sent otherwise
 */
public record PromptTemplate(String system, String user, Map<String, String> request)
    implements Serializable {
  private static final String RESOURCE = "prompt.yaml";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]{1,30})\\}");
  private static final List<String> PLACEHOLDERS =
      List.of("title", "article", "fence", "language", "max_chars", "max_sentences");
  private static final List<String> NEEDED = List.of("article", "fence");
  private static final String[] FIELDS = {
    "temperature",
    "top_p",
    "seed",
    "max_tokens",
    "max_completion_tokens",
    "reasoning_effort",
    "frequency_penalty",
    "presence_penalty"
  };
  private static final Pattern VALUE = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?|[a-z]{1,20}");

  public PromptTemplate {
    request = new TreeMap<>(request);
  }

  /** The one that comes with Winnow. */
  public static PromptTemplate bundled() {
    try (InputStream yaml =
        Objects.requireNonNull(PromptTemplate.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return parse(RESOURCE, new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file of that name with that content.
   *
   * @throws io.winnow.config.ConfigException with every problem, one a line
   */
  public static PromptTemplate parse(String name, String content) {
    YamlFile file = YamlFile.parse(name, content);
    YamlMap root = file.root().allow("system", "user", "request");
    YamlMap.Text system = root.required("system");
    YamlMap.Text user = root.required("user");
    checkPlaceholders(file, system);
    checkPlaceholders(file, user);
    if (system.value().contains("{article}") || system.value().contains("{title}")) {
      file.problem(
          system.line(),
          "'system' must not hold {article} or {title}: an article is data, not an instruction");
    }
    for (String needed : NEEDED) {
      if (!user.value().isEmpty() && !user.value().contains("{" + needed + "}")) {
        file.problem(user.line(), "'user' must hold {" + needed + "}");
      }
    }
    YamlMap fields = root.map("request").allow(FIELDS);
    Map<String, String> request = new TreeMap<>();
    for (String field : Set.of(FIELDS)) {
      fields
          .text(field)
          .ifPresent(
              text -> {
                request.put(field, text.value());
                if (!VALUE.matcher(text.value()).matches()) {
                  file.problem(text.line(), "'" + field + "' must be a number, a word, or omit");
                }
              });
    }
    file.check();
    return new PromptTemplate(system.value(), user.value(), request);
  }

  /** Tells one prompt from another, in hexadecimal. */
  public String sha256() {
    return Questions.sha256(system + "\0" + user + "\0" + request);
  }

  private static void checkPlaceholders(YamlFile file, YamlMap.Text text) {
    Matcher matcher = PLACEHOLDER.matcher(text.value());
    while (matcher.find()) {
      if (!PLACEHOLDERS.contains(matcher.group(1))) {
        file.problem(
            text.line(),
            "unknown placeholder "
                + matcher.group()
                + "; allowed: "
                + PLACEHOLDERS.stream()
                    .map(name -> "{" + name + "}")
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  /** A text with its placeholders filled in, in one pass: what is filled in is not read again. */
  static String filled(String template, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }
}
