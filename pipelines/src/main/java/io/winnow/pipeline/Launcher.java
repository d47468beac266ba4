package io.winnow.pipeline;

/** The entry point of the launcher script: the only place that ends the process. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    System.exit(Winnow.run(args));
  }
}
