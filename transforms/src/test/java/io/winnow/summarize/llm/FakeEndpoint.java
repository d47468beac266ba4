package io.winnow.summarize.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server on the loopback address that answers as it is told, request by request. */
final class FakeEndpoint implements AutoCloseable {
  /** What to do with one request. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();
  final AtomicInteger underWay = new AtomicInteger();
  final AtomicInteger mostUnderWay = new AtomicInteger();

  /** The n-th request meets the n-th behaviour, all further ones the last. */
  FakeEndpoint(Behaviour... behaviours) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          try (exchange) {
            int number;
            synchronized (bodies) {
              bodies.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
              number = bodies.size();
            }
            authorizations.add(
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            behaviours[Math.min(number, behaviours.length) - 1].answer(exchange);
          } finally {
            underWay.decrementAndGet();
          }
        });
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  int requests() {
    return bodies.size();
  }

  static Behaviour says(String content) {
    return finishes(content, "stop");
  }

  static Behaviour finishes(String content, String reason) {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode choice = json.withArray("choices").addObject();
    choice.put("finish_reason", reason);
    choice.putObject("message").put("role", "assistant").put("content", content);
    json.putObject("usage").put("total_tokens", 100);
    return body(200, "application/json", json.toString());
  }

  static Behaviour status(int status) {
    return body(status, "application/json", "{\"error\":{\"message\":\"no\"}}");
  }

  static Behaviour body(int status, String type, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Behaviour with(String header, String value, Behaviour then) {
    return exchange -> {
      exchange.getResponseHeaders().set(header, value);
      then.answer(exchange);
    };
  }

  /** Hangs up in the middle of the headers' promise. */
  static Behaviour breaksOff() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  static Behaviour hangs() {
    return exchange -> sleep(3000);
  }

  /** A byte now and then, for ever. */
  static Behaviour trickles() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      for (int i = 0; i < 60; i++) {
        out.write(' ');
        out.flush();
        sleep(50);
      }
    };
  }

  static Behaviour huge() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] some = new byte[1 << 16];
      for (int i = 0; i < 10_000; i++) {
        exchange.getResponseBody().write(some);
      }
    };
  }

  static Behaviour slowly(int millis, Behaviour then) {
    return exchange -> {
      sleep(millis);
      then.answer(exchange);
    };
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
