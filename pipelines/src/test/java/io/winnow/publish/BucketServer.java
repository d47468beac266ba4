package io.winnow.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of the S3 protocol as an output needs, in memory and one request at a time, with faults
 * on demand. It checks no signatures; {@code checks/s3-runs} has a server that does.
 */
final class BucketServer implements Closeable {
  static final String BUCKET = "bucket";

  static {
    // Else the JDK's server lets every answer wait for the 40 ms of a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Objects by key. */
  final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

  /** Writes that are done and then answered with an error, as when the answer is lost. */
  Predicate<String> losesAnswer = key -> false;

  /** Whether conditions are ignored, as old servers do. */
  boolean isUnconditional;

  private final Map<String, TreeMap<Integer, byte[]>> uploads = new ConcurrentSkipListMap<>();
  private final HttpServer server;

  BucketServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void serve(HttpExchange request) throws IOException {
    try (request) {
      Map<String, String> query = query(request.getRequestURI());
      String[] path = request.getRequestURI().getRawPath().split("/", 3);
      byte[] body = body(request);
      if (!path[1].equals(BUCKET)) {
        error(request, 404, "NoSuchBucket");
        return;
      }
      String key = path.length < 3 ? "" : decoded(path[2]);
      switch (request.getRequestMethod()) {
        case "PUT" -> put(request, key, query, body);
        case "POST" -> post(request, key, query, new String(body, StandardCharsets.UTF_8));
        case "DELETE" -> {
          uploads.remove(query.getOrDefault("uploadId", ""));
          answer(request, 204, "");
        }
        default -> get(request, key, query);
      }
    }
  }

  private void put(HttpExchange request, String key, Map<String, String> query, byte[] body)
      throws IOException {
    byte[] before = objects.get(key);
    String match = request.getRequestHeaders().getFirst("If-Match");
    String none = request.getRequestHeaders().getFirst("If-None-Match");
    String source = request.getRequestHeaders().getFirst("x-amz-copy-source");
    if (query.containsKey("uploadId")) {
      uploads.get(query.get("uploadId")).put(Integer.valueOf(query.get("partNumber")), body);
    } else if (!isUnconditional && none != null && before != null) {
      error(request, 412, "PreconditionFailed");
      return;
    } else if (!isUnconditional && match != null && before == null) {
      error(request, 404, "NoSuchKey");
      return;
    } else if (!isUnconditional && match != null && !match.equals(etag(before))) {
      error(request, 412, "PreconditionFailed");
      return;
    } else if (source != null) {
      byte[] copied = objects.get(decoded(source).replaceFirst("^/?" + BUCKET + "/", ""));
      objects.put(key, copied);
      answer(
          request, 200, "<CopyObjectResult><ETag>" + etag(copied) + "</ETag></CopyObjectResult>");
      return;
    } else {
      objects.put(key, body);
    }
    if (losesAnswer.test(key)) {
      error(request, 500, "InternalError");
      return;
    }
    request.getResponseHeaders().set("ETag", etag(body));
    answer(request, 200, "");
  }

  private void post(HttpExchange request, String key, Map<String, String> query, String body)
      throws IOException {
    if (query.containsKey("delete")) {
      Matcher keys = Pattern.compile("<Key>(.*?)</Key>").matcher(body);
      while (keys.find()) {
        objects.remove(keys.group(1));
      }
      answer(request, 200, "<DeleteResult></DeleteResult>");
    } else if (query.containsKey("uploads")) {
      String id = "upload-" + (uploads.size() + 1);
      uploads.put(id, new TreeMap<>());
      answer(
          request,
          200,
          "<InitiateMultipartUploadResult><UploadId>"
              + id
              + "</UploadId></InitiateMultipartUploadResult>");
    } else {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      uploads.remove(query.get("uploadId")).values().forEach(whole::writeBytes);
      objects.put(key, whole.toByteArray());
      answer(request, 200, "<CompleteMultipartUploadResult></CompleteMultipartUploadResult>");
    }
  }

  private void get(HttpExchange request, String key, Map<String, String> query) throws IOException {
    if (query.containsKey("uploads")) {
      answer(request, 200, "<ListMultipartUploadsResult></ListMultipartUploadsResult>");
      return;
    }
    if (key.isEmpty()) {
      answer(request, 200, list(query));
      return;
    }
    byte[] content = objects.get(key);
    if (content == null) {
      error(request, 404, "NoSuchKey");
      return;
    }
    request.getResponseHeaders().set("ETag", etag(content));
    request.getResponseHeaders().set("Last-Modified", "Mon, 16 Feb 2026 00:00:00 GMT");
    Matcher range =
        Pattern.compile("bytes=(\\d+)-(\\d+)")
            .matcher(String.valueOf(request.getRequestHeaders().getFirst("Range")));
    byte[] part =
        range.matches()
            ? Arrays.copyOfRange(content, Integer.parseInt(range.group(1)), content.length)
            : content;
    if (request.getRequestMethod().equals("HEAD")) {
      request.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
      request.sendResponseHeaders(200, -1);
    } else {
      request.sendResponseHeaders(range.matches() ? 206 : 200, part.length == 0 ? -1 : part.length);
      request.getResponseBody().write(part);
    }
  }

  private String list(Map<String, String> query) {
    String prefix = query.getOrDefault("prefix", "");
    StringBuilder xml = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    TreeSet<String> folders = new TreeSet<>();
    for (Map.Entry<String, byte[]> object : objects.entrySet()) {
      String key = object.getKey();
      int slash = query.containsKey("delimiter") ? key.indexOf('/', prefix.length()) : -1;
      if (key.startsWith(prefix) && slash >= 0) {
        folders.add(key.substring(0, slash + 1));
      } else if (key.startsWith(prefix)) {
        xml.append("<Contents><Key>").append(key).append("</Key><Size>");
        xml.append(object.getValue().length);
        xml.append("</Size><LastModified>2026-02-16T00:00:00Z</LastModified></Contents>");
      }
    }
    folders.forEach(
        it ->
            xml.append("<CommonPrefixes><Prefix>").append(it).append("</Prefix></CommonPrefixes>"));
    return xml.append("</ListBucketResult>").toString();
  }

  private static void error(HttpExchange request, int status, String code) throws IOException {
    answer(request, status, "<Error><Code>" + code + "</Code></Error>");
  }

  private static void answer(HttpExchange request, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    boolean isBare = bytes.length == 0 || request.getRequestMethod().equals("HEAD");
    request.sendResponseHeaders(status, isBare ? -1 : bytes.length);
    if (!isBare) {
      request.getResponseBody().write(bytes);
    }
  }

  /** The client may send its body in signed chunks: {@code SIZE;chunk-signature=...}. */
  private static byte[] body(HttpExchange request) throws IOException {
    byte[] raw = request.getRequestBody().readAllBytes();
    String form = request.getRequestHeaders().getFirst("x-amz-content-sha256");
    if (form == null || !form.startsWith("STREAMING")) {
      return raw;
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(raw);
    for (int size = chunk(in); size > 0; size = chunk(in)) {
      content.write(in.readNBytes(size));
      in.readNBytes(2);
    }
    return content.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.isEmpty() ? 0 : Integer.parseInt(line.toString().replaceFirst(";.*\\s*", ""), 16);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    for (String part : String.valueOf(uri.getRawQuery()).split("&")) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], pair.length < 2 ? "" : decoded(pair[1]));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String etag(byte[] content) {
    try {
      byte[] md5 = MessageDigest.getInstance("MD5").digest(content);
      return '"' + HexFormat.of().formatHex(md5) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
