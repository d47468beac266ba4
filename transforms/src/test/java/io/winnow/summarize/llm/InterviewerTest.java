package io.winnow.summarize.llm;

import static io.winnow.summarize.llm.FakeEndpoint.body;
import static io.winnow.summarize.llm.FakeEndpoint.breaksOff;
import static io.winnow.summarize.llm.FakeEndpoint.hangs;
import static io.winnow.summarize.llm.FakeEndpoint.huge;
import static io.winnow.summarize.llm.FakeEndpoint.says;
import static io.winnow.summarize.llm.FakeEndpoint.slowly;
import static io.winnow.summarize.llm.FakeEndpoint.status;
import static io.winnow.summarize.llm.FakeEndpoint.trickles;
import static io.winnow.summarize.llm.FakeEndpoint.with;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.winnow.summarize.SummarySpec;
import io.winnow.summarize.llm.FakeEndpoint.Behaviour;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asking a real HTTP server that misbehaves. */
@Timeout(30)
class InterviewerTest {
  private static final String GOOD = "[\"The council approved a new bridge over the river.\"]";

  @TempDir private Path folder;

  @Test
  void anAnswerIsAskedForOnceAndThenComesFromTheCache() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(says(GOOD))) {
      Answer first = one(endpoint);
      Answer again = one(endpoint);

      assertThat(first.content(), is(GOOD));
      assertThat(first.cached(), is(false));
      assertThat(again.content(), is(GOOD));
      assertThat(again.cached(), is(true));
      assertThat(endpoint.requests(), is(1));
      assertThat(endpoint.bodies.get(0).path("temperature").asInt(-1), is(0));
      assertThat(endpoint.bodies.get(0).path("model").asText(), is("a-model"));
    }
  }

  @Test
  void whatPassesIsAskedAgain() throws Exception {
    for (Behaviour passing :
        List.of(status(500), status(503), status(408), status(425), status(429), breaksOff())) {
      try (FakeEndpoint endpoint = new FakeEndpoint(passing, passing, says(GOOD))) {
        Answer answer = one(endpoint, folder.resolve(endpoint.uri().getPort() + ""));

        assertThat(answer.content(), is(GOOD));
        assertThat(answer.requests(), is(3));
      }
    }
  }

  @Test
  void theEndpointSaysHowLongToWaitWithinBounds() throws Exception {
    assertThat(millis("1"), allOf(greaterThanOrEqualTo(950L), lessThan(30_000L)));
    assertThat(millis("3600"), allOf(greaterThanOrEqualTo(1150L), lessThan(30_000L)));
    assertThat(millis("Wed, 21 Oct 2015 07:28:00 GMT"), lessThan(30_000L));
    assertThat(millis("soon"), lessThan(30_000L));
  }

  private long millis(String retryAfter) throws Exception {
    try (FakeEndpoint endpoint =
        new FakeEndpoint(with("Retry-After", retryAfter, status(429)), says(GOOD))) {
      long start = System.nanoTime();
      one(endpoint, folder.resolve(endpoint.uri().getPort() + ""));
      return (System.nanoTime() - start) / 1_000_000;
    }
  }

  @Test
  void whatStaysBrokenIsGivenUpWithItsReasonAndNotCached() throws Exception {
    assertThat(given(status(429)), is(Shortfall.ENDPOINT_BUSY));
    assertThat(given(status(500)), is(Shortfall.ENDPOINT_FAILED));
    assertThat(given(status(401)), is(Shortfall.ENDPOINT_REFUSED));
    assertThat(given(status(403)), is(Shortfall.ENDPOINT_REFUSED));
    assertThat(given(status(404)), is(Shortfall.ENDPOINT_REFUSED));
    assertThat(given(status(400)), is(Shortfall.QUESTION_REFUSED));
    assertThat(given(breaksOff()), is(Shortfall.UNREACHABLE));
    assertThat(given(huge()), is(Shortfall.ANSWER_TOO_BIG));
    for (String nonsense :
        List.of(
            "",
            "{",
            "null",
            "[]",
            "{\"choices\":[]}",
            "{\"choices\":[{\"text\":\"x\"}]}",
            "data: {\"choices\":[]}\n\n",
            "<html>busy</html>")) {
      assertThat(
          nonsense, given(body(200, "text/html", nonsense)), is(Shortfall.ANSWER_UNREADABLE));
    }
  }

  @Test
  void whatDoesNotEndInTimeIsGivenUp() throws Exception {
    for (Behaviour late : List.of(hangs(), trickles())) {
      try (FakeEndpoint endpoint = new FakeEndpoint(late)) {
        LlmSpec spec = Articles.hasty(endpoint.uri(), folder);
        assertThat(ask(spec, Map.of(), 1).get(0).shortfall(), is(Shortfall.TIMED_OUT));
      }
    }
  }

  private Shortfall given(Behaviour behaviour) throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(behaviour)) {
      Path cache = folder.resolve(endpoint.uri().getPort() + "");
      Shortfall why = one(endpoint, cache).shortfall();
      int before = endpoint.requests();
      one(endpoint, cache);
      assertThat("asked again", endpoint.requests() > before, is(true));
      return why;
    }
  }

  @Test
  void nothingIsSentToWhereARedirectPoints() throws Exception {
    try (FakeEndpoint other = new FakeEndpoint(says(GOOD));
        FakeEndpoint endpoint =
            new FakeEndpoint(with("Location", other.uri() + "/chat/completions", status(307)))) {
      assertThat(one(endpoint).shortfall(), is(Shortfall.REDIRECTED));
      assertThat(other.requests(), is(0));
    }
  }

  @Test
  void nobodyListening() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    LlmSpec spec = Articles.spec(URI.create("http://127.0.0.1:" + port + "/v1"), folder);

    assertThat(ask(spec, Map.of(), 1).get(0).shortfall(), is(Shortfall.UNREACHABLE));
  }

  @Test
  void anEndpointThatRefusesIsSoonAskedNoMore() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(status(401))) {
      List<Answer> answers = ask(Articles.spec(endpoint.uri(), folder), Map.of(), 40);

      assertThat(answers.get(0).shortfall(), is(Shortfall.ENDPOINT_REFUSED));
      assertThat(answers.get(39).shortfall(), is(Shortfall.SWITCHED_OFF));
      assertThat(endpoint.requests(), lessThanOrEqualTo(3 + 4));
    }
  }

  @Test
  void anEndpointThatIsDownIsGivenUp() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(status(503))) {
      List<Answer> answers = ask(Articles.spec(endpoint.uri(), folder), Map.of(), 40);

      assertThat(answers.get(39).shortfall(), is(Shortfall.SWITCHED_OFF));
      assertThat(endpoint.requests(), lessThanOrEqualTo(3 * (5 + 4)));
    }
  }

  @Test
  void anEndpointThatTalksNonsenseIsGivenUp() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(body(200, "text/html", "<html>"))) {
      List<Answer> answers = ask(Articles.spec(endpoint.uri(), folder), Map.of(), 40);

      assertThat(answers.get(39).shortfall(), is(Shortfall.SWITCHED_OFF));
      assertThat(endpoint.requests(), lessThanOrEqualTo(5 + 4));
    }
  }

  @Test
  void answersThatAreKnownAreThereEvenWhenTheEndpointIsGone() throws Exception {
    LlmSpec spec;
    try (FakeEndpoint endpoint = new FakeEndpoint(says(GOOD))) {
      spec = Articles.spec(endpoint.uri(), folder);
      ask(spec, Map.of(), 12);
    }
    assertThat(ask(spec, Map.of(), 12).stream().map(Answer::cached).toList(), everyItem(is(true)));
  }

  @Test
  void severalAreUnderWayButNoMoreThanAllowed() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(slowly(100, says(GOOD)))) {
      ask(Articles.spec(endpoint.uri(), folder), Map.of(), 20);

      assertThat(endpoint.mostUnderWay.get(), allOf(greaterThanOrEqualTo(2), lessThanOrEqualTo(4)));
    }
  }

  @Test
  void equalQuestionsAreAskedOnce() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(slowly(50, says(GOOD)))) {
      LlmSpec spec = Articles.spec(endpoint.uri(), folder);
      Question question = question(spec, 1);
      List<Answer> answers = ask(spec, Map.of(), List.of(question, question, question), 3);

      assertThat(answers.stream().map(Answer::content).toList(), contains(GOOD, GOOD, GOOD));
      assertThat(endpoint.requests(), is(1));
    }
  }

  @Test
  void noRequestGoesBeyondTheBudget() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(status(503), status(503), says(GOOD))) {
      LlmSpec spec = budget(Articles.spec(endpoint.uri(), folder), 12, 1_000_000);
      List<Answer> answers = ask(spec, Map.of(), 12);

      assertThat("first requests are kept", endpoint.requests(), is(12));
      assertThat(answers.stream().filter(a -> a.content() != null).count(), is(10L));
    }
    try (FakeEndpoint endpoint = new FakeEndpoint(status(503), status(503), says(GOOD))) {
      LlmSpec spec = budget(Articles.spec(endpoint.uri(), folder.resolve("more")), 14, 1_000_000);
      List<Answer> answers = ask(spec, Map.of(), 12);

      assertThat("two are left for retries", endpoint.requests(), is(14));
      assertThat(answers.stream().filter(a -> a.content() != null).count(), is(12L));
    }
  }

  @Test
  void anEndpointThatUsesMoreTokensThanExpectedIsStopped() throws Exception {
    String greedy =
        "{\"choices\":[{\"message\":{\"content\":\"x\"}}],\"usage\":{\"total_tokens\":400000}}";
    try (FakeEndpoint endpoint = new FakeEndpoint(body(200, "application/json", greedy))) {
      List<Answer> answers =
          ask(budget(Articles.spec(endpoint.uri(), folder), 100, 1_000_000), Map.of(), 20);

      assertThat(answers.get(19).shortfall(), is(Shortfall.OUT_OF_BUDGET));
      assertThat(endpoint.requests(), lessThanOrEqualTo(3 + 4));
    }
  }

  @Test
  void theRateIsKept() throws Exception {
    try (FakeEndpoint endpoint = new FakeEndpoint(says(GOOD))) {
      LlmSpec base = Articles.spec(endpoint.uri(), folder);
      LlmSpec spec =
          new LlmSpec(
              base.endpoint(),
              base.model(),
              base.prompt(),
              base.cache(),
              100,
              1_000_000,
              600,
              8,
              6000,
              base.patience(),
              base.keyVariable());
      long start = System.nanoTime();
      ask(spec, Map.of(), 11);

      assertThat((System.nanoTime() - start) / 1_000_000, greaterThanOrEqualTo(950L));
    }
  }

  @Test
  void theKeyGoesIntoTheHeaderAndNowhereElse() throws Exception {
    String secret = "sk-live-0123456789abcdef";
    try (FakeEndpoint endpoint =
        new FakeEndpoint(says("[\"Your key is " + secret + ".\"]"), says(GOOD))) {
      LlmSpec spec = Articles.spec(endpoint.uri(), folder);
      Map<String, String> environment = Map.of("WINNOW_LLM_KEY", " " + secret + "\n");
      List<Answer> answers = ask(spec, environment, 1);

      assertThat(endpoint.authorizations, contains("Bearer " + secret));
      assertThat(answers.get(0).shortfall(), is(Shortfall.KEY_IN_ANSWER));
      assertThat(
          EndpointKey.in(environment, "WINNOW_LLM_KEY").orElseThrow().toString(), is("[key]"));
      assertThat(spec.toString().contains(secret), is(false));
      assertThat(folder.toFile().list().length, is(0));
    }
  }

  private Answer one(FakeEndpoint endpoint) throws Exception {
    return one(endpoint, folder);
  }

  private static Answer one(FakeEndpoint endpoint, Path cache) throws Exception {
    return ask(Articles.spec(endpoint.uri(), cache), Map.of(), 1).get(0);
  }

  static LlmSpec budget(LlmSpec spec, int requests, long tokens) {
    return new LlmSpec(
        spec.endpoint(),
        spec.model(),
        spec.prompt(),
        spec.cache(),
        requests,
        tokens,
        spec.requestsPerMinute(),
        1,
        spec.maxInputChars(),
        spec.patience(),
        spec.keyVariable());
  }

  private static List<Answer> ask(LlmSpec spec, Map<String, String> environment, int count)
      throws IOException, InterruptedException {
    List<Question> questions =
        IntStream.range(0, count).mapToObj(number -> question(spec, number)).toList();
    return ask(spec, environment, questions, count);
  }

  private static List<Answer> ask(
      LlmSpec spec, Map<String, String> environment, List<Question> questions, int planned)
      throws IOException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    long tokens = questions.stream().mapToLong(Question::tokens).sum();
    new Interviewer(
            spec,
            new AtomicFiles(Path.of(spec.cache())),
            EndpointKey.in(environment, spec.keyVariable()).orElse(null),
            new Plan("~", planned, tokens))
        .ask(questions.iterator(), (question, answer) -> answers.add(answer));
    return answers;
  }

  private static Question question(LlmSpec spec, int number) {
    return new Questions(spec, SummarySpec.defaults())
        .about(Articles.article("a" + number, "en", "Bridge " + number, Articles.BRIDGE));
  }
}
