package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.form.NewerFormException;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.OutputHeld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void open() {
    output = LocalOutput.at(folder);
  }

  @Test
  void turnsASecondRunAwayAndSaysWhoHoldsTheOutput() throws Exception {
    try (Lease lease = acquire("first", Duration.ZERO)) {
      OutputHeld held = assertThrows(OutputHeld.class, () -> acquire("second", Duration.ZERO));

      assertThat(held.exitCode(), equalTo(5));
      assertThat(
          held.getMessage(),
          allOf(
              containsString("run first"),
              containsString("process " + ProcessHandle.current().pid()),
              containsString("--lockWait")));
      lease.guard(() -> {});
    }
  }

  @Test
  void waitsAsLongAsItWasTold() throws Exception {
    try (Lease first = acquire("first", Duration.ZERO)) {
      first.guard(() -> {});
      long start = System.nanoTime();
      assertThrows(OutputHeld.class, () -> acquire("second", Duration.ofMillis(400)));
      assertThat(System.nanoTime() - start, greaterThanOrEqualTo(400_000_000L));
    }
  }

  @Test
  void takesTheLeaseWhenItIsGivenBackWhileWaiting() throws Exception {
    Lease first = acquire("first", Duration.ZERO);
    ExecutorService second = Executors.newSingleThreadExecutor();
    try {
      Future<Lease> waiting = second.submit(() -> acquire("second", Duration.ofSeconds(30)));
      Thread.sleep(100);
      first.close();
      waiting.get().close();
    } finally {
      second.shutdownNow();
    }
    assertThat(output.leaseFile().read(), equalTo(Optional.empty()));
  }

  @Test
  void takesOverFromAProcessThatIsGone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    leave(holder(self().host(), self().space(), process.pid(), "123", Instant.now()));

    acquire("next", Duration.ZERO).close();
  }

  @Test
  void takesOverFromAnEarlierProcessWithANumberThatIsInUseAgain() throws Exception {
    leave(holder(self().host(), self().space(), self().pid(), "1", Instant.now()));

    acquire("next", Duration.ZERO).close();
  }

  @Test
  void leavesALivingProcessAloneHoweverLongItSaidNothing() throws Exception {
    leave(holder(self().host(), self().space(), self().pid(), self().started(), Instant.EPOCH));

    assertThrows(OutputHeld.class, () -> acquire("next", Duration.ZERO));
  }

  @Test
  void judgesAnotherMachineByItsHeartbeat() throws Exception {
    leave(holder("elsewhere", "boot", 1, "1", Instant.now().minusSeconds(60)));
    OutputHeld held = assertThrows(OutputHeld.class, () -> acquire("new", Duration.ZERO));
    assertThat(held.getMessage(), matchesPattern(".* the output is free in 2[34]\\d s; .*"));
    assertThrows(OutputHeld.class, () -> acquire("next", Duration.ZERO));

    leave(holder("elsewhere", "boot", 1, "1", Instant.now().minus(Lease.SILENCE).minusSeconds(1)));
    acquire("next", Duration.ZERO).close();
  }

  @Test
  void judgesAnotherContainerOfThisMachineByItsHeartbeat() throws Exception {
    leave(holder(self().host(), "other namespace", self().pid(), "1", Instant.now()));

    assertThrows(OutputHeld.class, () -> acquire("next", Duration.ZERO));
  }

  @Test
  void respectsALeaseOfAnOlderProgramThatSaidNoVersion() throws Exception {
    Holder living =
        holder(self().host(), self().space(), self().pid(), self().started(), Instant.EPOCH);
    leave(living.toJson().replace("\"version\":1,", "").replace(",\"version\":1", ""));

    assertThat(living.toJson(), containsString("\"version\":1"));
    assertThrows(OutputHeld.class, () -> acquire("next", Duration.ZERO));
  }

  @Test
  void leavesALeaseOfANewerProgramAsItIs() throws Exception {
    String newer = "{\"version\":2,\"holders\":[]}";
    leave(newer);

    assertThrows(NewerFormException.class, () -> acquire("next", Duration.ZERO));
    assertThat(Files.readString(folder.resolve(".lease")), equalTo(newer));
  }

  @Test
  void takesOverALeaseThatNobodyCanHaveWritten() throws Exception {
    for (String text : List.of("", "{", "{}", "null", "{\"token\":\"x\"}")) {
      leave(text);
      acquire("next", Duration.ZERO).close();
    }
  }

  @Test
  void letsOneOfManyTakersOfADeadLeaseIn() throws Exception {
    int takers = 8;
    for (int round = 0; round < 25; round++) {
      leave(holder(self().host(), self().space(), self().pid(), "1", Instant.now()));
      AtomicInteger inside = new AtomicInteger();
      assertThat(race(takers, inside), equalTo(1));
      assertThat(inside.get(), equalTo(1));
    }
  }

  @Test
  void doesNothingUnderALeaseThatWasTakenOver() throws Exception {
    try (Lease lease = acquire("first", Duration.ZERO)) {
      leave(holder("elsewhere", "boot", 1, "1", Instant.now()));
      AtomicInteger ran = new AtomicInteger();

      assertThrows(LeaseLost.class, () -> lease.guard(ran::incrementAndGet));
      assertThat(ran.get(), equalTo(0));
    }
    assertThat(output.leaseFile().read().orElse(""), containsString("elsewhere"));
  }

  private int race(int takers, AtomicInteger inside) throws Exception {
    CyclicBarrier start = new CyclicBarrier(takers);
    ExecutorService threads = Executors.newFixedThreadPool(takers);
    List<Lease> taken = new ArrayList<>();
    try {
      Callable<Lease> taker =
          () -> {
            start.await();
            Lease lease = acquire("taker", Duration.ZERO);
            inside.incrementAndGet();
            return lease;
          };
      List<Future<Lease>> results = new ArrayList<>();
      for (int i = 0; i < takers; i++) {
        results.add(threads.submit(taker));
      }
      for (Future<Lease> result : results) {
        try {
          taken.add(result.get());
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause().getClass(), equalTo(OutputHeld.class));
        }
      }
      return taken.size();
    } finally {
      threads.shutdownNow();
      for (Lease lease : taken) {
        lease.close();
      }
    }
  }

  private Lease acquire(String runId, Duration wait)
      throws OutputHeld, IOException, InterruptedException {
    return Lease.acquire(output, runId, wait);
  }

  private void leave(Holder holder) throws IOException {
    leave(holder.toJson());
  }

  private void leave(String text) throws IOException {
    Files.writeString(folder.resolve(".lease"), text);
  }

  private static Holder holder(
      String host, String space, long pid, String started, Instant heartbeat) {
    return new Holder(
        "token", "old", host, space, pid, started, Instant.EPOCH.toString(), heartbeat.toString());
  }

  private static LocalProcess self() {
    return LocalProcess.self();
  }
}
