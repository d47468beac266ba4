package io.winnow.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes web archives, record by record. */
final class Warc {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final String version;
  private int records;

  Warc(String version) {
    this.version = version;
  }

  /** One record; {@code header} are further lines of its header, each with its line end. */
  Warc record(String type, String url, String header, byte[] block) {
    records++;
    String head =
        "WARC/%s\r\nWARC-Type: %s\r\n%sWARC-Date: 2024-05-18T01:58:10Z\r\n"
                .formatted(version, type, url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
            + "WARC-Record-ID: <urn:uuid:%08d-0000-0000-0000-000000000000>\r\n".formatted(records)
            + "%sContent-Length: %d\r\n\r\n".formatted(header, block.length);
    out.writeBytes(head.getBytes(UTF_8));
    out.writeBytes(block);
    out.writeBytes("\r\n\r\n".getBytes(UTF_8));
    return this;
  }

  Warc info() {
    return record(
        "warcinfo",
        "",
        "Content-Type: application/warc-fields\r\n",
        "software: none\r\n".getBytes(UTF_8));
  }

  Warc request(String url) {
    return record(
        "request",
        url,
        "Content-Type: application/http; msgtype=request\r\n",
        "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n".getBytes(UTF_8));
  }

  /** A response; {@code header} is its status line and header, each line with its line end. */
  Warc response(String url, String header, byte[] body) {
    return record(
        "response",
        url,
        "Content-Type: application/http; msgtype=response\r\n",
        Packed.concat((header + "\r\n").getBytes(ISO_8859_1), body));
  }

  Warc page(String url, String html) {
    return response(
        url, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n", html.getBytes(UTF_8));
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
