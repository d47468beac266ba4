package io.winnow.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the charset that a page or XML document says it has. It may be wrong: check the bytes. */
final class DeclaredCharset {
  /** Browsers look at 1024 bytes; pages with long heads declare it later. */
  private static final int HEAD_BYTES = 8192;

  private static final Pattern XML =
      Pattern.compile(
          "^\\s{0,64}<\\?xml\\s[^>]{0,256}?encoding\\s{0,8}=\\s{0,8}[\"']([A-Za-z0-9._:-]{2,40})");

  private static final Pattern META =
      Pattern.compile(
          "<meta\\s[^>]{0,512}?charset\\s{0,8}=\\s{0,8}[\"']?\\s{0,8}([A-Za-z0-9._:-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private DeclaredCharset() {}

  /** The label in the first declaration among the first 8 KiB; empty where there is none. */
  static Optional<String> in(byte[] bytes, int length) {
    String head = new String(bytes, 0, Math.min(length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    Matcher xml = XML.matcher(head);
    if (xml.find()) {
      return Optional.of(xml.group(1));
    }
    Matcher meta = META.matcher(head);
    return meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
  }
}
