package io.winnow.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.winnow.cluster.JobFailure.Outlook;
import org.junit.jupiter.api.Test;

class JobFailureTest {
  @Test
  void aLostWorkerIsReplaced() {
    assertThat(
        outlook(
            """
            java.util.concurrent.TimeoutException: Heartbeat of TaskManager with id tm-1 timed out.
            \tat org.apache.flink.runtime.jobmaster.JobMaster$1.notifyHeartbeatTimeout(JobMaster.java:1)
            """),
        is(Outlook.ANOTHER_WORKER));
  }

  @Test
  void aReaderThatLosesItsSenderInsideADoFnIsNoFaultOfTheData() {
    assertThat(
        outlook(
            """
            org.apache.beam.sdk.util.UserCodeException: java.lang.RuntimeException: reading
            \tat io.winnow.finish.FinishFn.process(FinishFn.java:1)
            Caused by: java.lang.RuntimeException: reading
            \t... 9 more
            Caused by: org.apache.flink.runtime.io.network.netty.exception.RemoteTransportException: Connection unexpectedly closed
            \t... 10 more
            """),
        is(Outlook.ANOTHER_WORKER));
  }

  @Test
  void anExceptionOfAStepEndsTheJob() {
    JobFailure failure =
        failure(
            """
            org.apache.flink.runtime.operators.chaining.ExceptionInChainedOperatorException: Could not forward element
            \tat x.Y.z(Y.java:1)
            Caused by: org.apache.beam.sdk.util.UserCodeException: java.lang.IllegalStateException: broken
            \tat x.Y.z(Y.java:1)
            Caused by: java.lang.IllegalStateException: broken
            \tat io.winnow.clean.Step.process(Step.java:1)
            """);
    assertThat(failure.outlook(), is(Outlook.HOPELESS));
    assertThat(failure.root(), is("java.lang.IllegalStateException: broken"));
  }

  @Test
  void aFullOrReadOnlyDiskEndsTheJob() {
    assertThat(
        outlook("java.io.IOException: No space left on device\n\tat x.Y.z(Y.java)\n"),
        is(Outlook.HOPELESS));
    assertThat(
        outlook("java.io.FileNotFoundException: /out/part-1 (Read-only file system)\n"),
        is(Outlook.HOPELESS));
  }

  @Test
  void aNetworkMayGetOverIt() {
    assertThat(outlook("java.net.SocketException: Connection reset\n"), is(Outlook.MAY_PASS));
    assertThat(
        outlook("org.apache.flink.util.SerializedThrowable: java.io.IOException: short read\n"),
        is(Outlook.MAY_PASS));
  }

  private static Outlook outlook(String stacktrace) {
    return failure(stacktrace).outlook();
  }

  private static JobFailure failure(String stacktrace) {
    return JobFailure.of(
        new ObjectMapper()
            .createObjectNode()
            .put("taskName", "Clean (1/2)")
            .put("stacktrace", stacktrace));
  }
}
