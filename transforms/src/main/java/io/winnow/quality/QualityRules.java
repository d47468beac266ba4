package io.winnow.quality;

import io.winnow.reject.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which texts are junk or no article.
 *
 * @param rules the first that applies gives the reason
 * @param notices classes of sentences that rules may ask for
 */
public record QualityRules(List<QualityRule> rules, Notices notices) implements Serializable {
  private static final String RESOURCE = "quality.yaml";
  private static final Set<String> REASONS =
      QualityRulesFile.REASONS.stream()
          .map(RejectReason::column)
          .collect(Collectors.toUnmodifiableSet());

  public QualityRules {
    rules = List.copyOf(rules);
  }

  /** The rules that come with Winnow. */
  public static QualityRules defaults() {
    return Bundled.RULES;
  }

  /** No rule: everything is measured, nothing is stopped. */
  public static QualityRules none() {
    return new QualityRules(List.of(), Bundled.RULES.notices());
  }

  /**
   * The rules of a file. Without notices of its own it has the built-in ones.
   *
   * @param name what problems call it
   * @throws io.winnow.config.ConfigException with every problem of the file, a line each
   */
  public static QualityRules parse(String name, String content) {
    return new QualityRulesFile(name, content).read(Bundled.RULES.notices());
  }

  /** Reasons that rules may give, as the column {@code reason} has them. */
  public static Set<String> reasons() {
    return REASONS;
  }

  private static final class Bundled {
    static final QualityRules RULES = read();

    private static QualityRules read() {
      try (InputStream in = QualityRules.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(RESOURCE + " is missing from the jar");
        }
        String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new QualityRulesFile(RESOURCE, content).read(new Notices(java.util.Map.of()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
