package io.winnow.quality;

import io.winnow.reject.Stop;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures texts, and stops those that are beyond a threshold. */
public final class Quality implements Serializable {
  private static final long serialVersionUID = 1;

  private final QualityRules rules;

  public Quality(QualityRules rules) {
    this.rules = rules;
  }

  /**
   * What is measured of a text.
   *
   * @param text cleaned
   * @param title of it
   * @param linkMass what it says inside links
   * @param page what was seen of the page around it; null where there was none
   */
  public Signals measure(String text, String title, double linkMass, @Nullable PageEvidence page) {
    Signals signals = TextSignals.of(text);
    double mass = Mass.of(text);
    signals.put("mass", mass);
    signals.putShare("link_share", Math.min(mass, linkMass), mass);
    rules.notices().putInto(signals, title, text, page == null ? null : page.text());
    if (page != null) {
      page.putInto(signals);
      PageModel.putInto(signals);
    }
    return signals;
  }

  /** Why a text goes no further; empty where it does. */
  public Optional<Stop> judge(Signals signals, Subject subject) {
    for (QualityRule rule : rules.rules()) {
      if (rule.applies(signals, subject)) {
        return Optional.of(rule.stop(signals));
      }
    }
    return Optional.empty();
  }
}
