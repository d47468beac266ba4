package io.winnow.read;

import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;
import org.jspecify.annotations.Nullable;
import org.mozilla.intl.chardet.nsDetector;
import org.mozilla.intl.chardet.nsPSMDetector;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * A charset detector under trial: bytes to text. Names are read as browsers read them, for all
 * alike, so that a detector that says GB2312 gets its GBK text right.
 */
record TrialDetector(String name, Decoder decoder) {

  /** Turns bytes into text. */
  interface Decoder {
    String decode(byte[] bytes);
  }

  static List<TrialDetector> all() {
    return List.of(
        new TrialDetector("winnow", bytes -> Decoded.of(bytes, bytes.length).text()),
        new TrialDetector("icu4j", bytes -> as(icu(bytes), bytes)),
        new TrialDetector("juniversalchardet", bytes -> as(universal(bytes), bytes)),
        new TrialDetector("jchardet", bytes -> as(jchardet(bytes), bytes)),
        new TrialDetector("tika", bytes -> as(tika(bytes), bytes)),
        new TrialDetector("order+icu4j", bytes -> inOrder(bytes, TrialDetector::icu)),
        new TrialDetector("order+juniv.", bytes -> inOrder(bytes, TrialDetector::universal)));
  }

  /** Names a charset; null where it does not know. */
  private interface Statistics {
    @Nullable String name(byte[] bytes);
  }

  /** UTF-8, UTF-16 and the declaration as Winnow does it, and only the statistics by a library. */
  private static String inOrder(byte[] bytes, Statistics statistics) {
    Utf8Tally utf8 = Utf8Tally.of(bytes, bytes.length);
    if (utf8.malformed() == 0 || utf8.valid() > 2 * utf8.malformed()) {
      return Decoded.of(bytes, bytes.length).text();
    }
    CharsetGuess wide = WideUnicode.sniff(bytes, bytes.length).orElse(null);
    if (wide != null) {
      return wide.encoding().decode(bytes, 0, bytes.length);
    }
    Encoding declared =
        DeclaredCharset.in(bytes, bytes.length).flatMap(Encoding::named).orElse(null);
    if (declared != null) {
      String text = declared.decode(bytes, 0, bytes.length);
      if (text.indexOf('\uFFFD') < 0) {
        return text;
      }
    }
    return as(statistics.name(bytes), bytes);
  }

  private static @Nullable String icu(byte[] bytes) {
    com.ibm.icu.text.CharsetDetector detector = new com.ibm.icu.text.CharsetDetector();
    detector.enableInputFilter(true);
    DeclaredCharset.in(bytes, bytes.length).ifPresent(detector::setDeclaredEncoding);
    detector.setText(bytes);
    CharsetMatch match = detector.detect();
    return match == null ? null : match.getName();
  }

  private static @Nullable String universal(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes);
    detector.dataEnd();
    return detector.getDetectedCharset();
  }

  private static @Nullable String jchardet(byte[] bytes) {
    nsDetector detector = new nsDetector(nsPSMDetector.ALL);
    String[] found = new String[1];
    detector.Init(charset -> found[0] = charset);
    detector.DoIt(bytes, bytes.length, false);
    detector.DataEnd();
    return found[0] != null ? found[0] : detector.getProbableCharsets()[0];
  }

  /** In the order in which Tika asks its detectors. */
  private static @Nullable String tika(byte[] bytes) {
    for (EncodingDetector detector :
        List.of(
            new HtmlEncodingDetector(),
            new UniversalEncodingDetector(),
            new Icu4jEncodingDetector())) {
      try (InputStream in = new ByteArrayInputStream(bytes)) {
        Charset charset = detector.detect(in, new Metadata());
        if (charset != null) {
          return charset.name();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return null;
  }

  private static String as(@Nullable String name, byte[] bytes) {
    if (name == null) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith("UTF-16") || upper.startsWith("UTF-32")) {
      return new String(bytes, Charset.forName(upper));
    }
    Encoding encoding = Encoding.named(name.endsWith("-I") ? "ISO-8859-8" : name).orElse(null);
    if (encoding != null) {
      return encoding.decode(bytes, 0, bytes.length);
    }
    return Charset.isSupported(name) ? new String(bytes, Charset.forName(name)) : "";
  }
}
