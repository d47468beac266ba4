package io.winnow.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that switches some runs of an output again and again, to be killed: {@code OUTPUT}. In
 * state {@code n} the runs {@code stays0} to {@code stays9} stand on attempts of n, and one of
 * {@code odd} and {@code even} is published, with n.
 */
final class SwitchLoop {
  private SwitchLoop() {}

  public static void main(String[] args) throws Exception {
    LocalOutput output = LocalOutput.at(Path.of(args[0]));
    for (int state = 1; state < 100_000; state++) {
      next(output);
      if (state % 10 == 0) {
        System.out.println("switched");
      }
    }
  }

  /** Takes the output over, and on to its next state. */
  static void next(LocalOutput output) throws Exception {
    output.prepare();
    try (Lease lease = Lease.acquire(output, "switch", Duration.ofMinutes(1))) {
      Staging.clear(output, lease);
      int state = stateOf(output.published()) + 1;
      Switch change = new Switch();
      for (int i = 0; i < 10; i++) {
        change.to("stays" + i, attempt(output, "stays" + i, state));
      }
      boolean even = state % 2 == 0;
      String name = even ? "even" : "odd";
      change.to(name, attempt(output, name, state)).without(even ? "odd" : "even");
      change.publish(output, lease);
    }
  }

  private static String attempt(LocalOutput output, String name, int state) throws IOException {
    String folder = OutputStore.ATTEMPTS + "/" + name + "." + state;
    output.makeFolder(folder);
    return folder;
  }

  /**
   * The state that is published; 0 when nothing is.
   *
   * @throws AssertionError when it is a mixture of two
   */
  static int stateOf(Map<String, String> published) {
    if (published.isEmpty()) {
      return 0;
    }
    int state = Integer.parseInt(published.get("stays0").replaceFirst(".*\\.", ""));
    Map<String, String> whole = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      whole.put("stays" + i, ".runs/stays" + i + "." + state);
    }
    String name = state % 2 == 0 ? "even" : "odd";
    whole.put(name, ".runs/" + name + "." + state);
    if (!whole.equals(published)) {
      throw new AssertionError("no state: " + published);
    }
    return state;
  }
}
