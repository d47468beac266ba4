package io.winnow.summarize.llm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends single requests to the endpoint. Every outcome is a {@link Reply}; no message of the
 * endpoint goes into a log or an exception.
 */
final class ChatEndpoint {
  /** No answer of a few sentences is as large, thoughts included. */
  static final int MAX_BYTES = 1 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final URI address;
  private final @Nullable EndpointKey key;
  private final Duration timeout;

  ChatEndpoint(URI address, @Nullable EndpointKey key, Duration timeout) {
    this.address = address;
    this.key = key;
    this.timeout = timeout;
  }

  /** Sends a body and waits for the whole answer, no longer than the timeout. */
  Reply send(String body) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("User-Agent", "winnow")
            .POST(BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", key.header());
    }
    // The request's own timeout ends with the headers; this one lasts until the last byte.
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request.build(), info -> new CappedBody(MAX_BYTES));
    try {
      return reply(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      sent.cancel(true);
      return Reply.failed(Shortfall.TIMED_OUT, true);
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (InterruptedException e) {
      sent.cancel(true);
      throw e;
    }
  }

  private Reply reply(HttpResponse<byte[]> response) {
    if (response.statusCode() != 200) {
      return Reply.refused(response.statusCode(), RetryAfter.of(response.headers()));
    }
    String body = new String(response.body(), StandardCharsets.UTF_8);
    return key != null && key.isIn(body)
        ? Reply.failed(Shortfall.KEY_IN_ANSWER, false)
        : Reply.of(body);
  }

  private static Reply failed(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof CappedBody.TooBig) {
        return Reply.failed(Shortfall.ANSWER_TOO_BIG, false);
      }
      if (at instanceof HttpTimeoutException) {
        return Reply.failed(Shortfall.TIMED_OUT, true);
      }
    }
    if (cause instanceof IOException) {
      return Reply.failed(Shortfall.UNREACHABLE, true);
    }
    throw new IllegalStateException("sending a question failed: " + cause.getClass().getName());
  }
}
