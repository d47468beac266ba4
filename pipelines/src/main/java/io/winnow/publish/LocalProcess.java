package io.winnow.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process of this machine, told apart from a later one with the same number.
 *
 * @param host name of the machine
 * @param space boot and process namespace; process ids of equal spaces are comparable
 * @param pid process id
 * @param started see {@link #startOf}
 */
record LocalProcess(String host, String space, long pid, String started) {
  private static final LocalProcess SELF = read();

  /** The process this code runs in. */
  static LocalProcess self() {
    return SELF;
  }

  /**
   * When a process started: on Linux in clock ticks since boot, which a change of the wall clock
   * does not touch. Empty when it is gone, or dead and not yet collected by its parent.
   */
  static Optional<String> startOf(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    if (!Files.isReadable(Path.of("/proc/self/stat"))) {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().startInstant())
          .map(instant -> Long.toString(instant.toEpochMilli()));
    }
    try {
      String line = Files.readString(stat);
      // proc_pid_stat(5): the name, in brackets, may hold anything; state and start time follow.
      List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
      boolean gone = fields.get(0).equals("Z") || fields.get(0).equals("X");
      return gone ? Optional.empty() : Optional.of(fields.get(19));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static LocalProcess read() {
    long pid = ProcessHandle.current().pid();
    return new LocalProcess(hostName(), currentSpace(), pid, startOf(pid).orElse(""));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    }
  }

  private static String currentSpace() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + "/"
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException e) {
      return "";
    }
  }
}
