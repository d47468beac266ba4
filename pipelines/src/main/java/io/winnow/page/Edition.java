package io.winnow.page;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The languages a digest is written in, each with its words from {@code digest.<lang>.properties}.
 */
public enum Edition {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;
  private final Properties words = new Properties();
  private final DateTimeFormatter day;

  Edition(Locale locale) {
    this.locale = locale;
    String resource = "digest." + lang() + ".properties";
    try (var in = Edition.class.getResourceAsStream(resource);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    this.day = DateTimeFormatter.ofPattern(words.getProperty("day"), locale);
  }

  /**
   * The edition in that language.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Edition of(String lang) {
    for (Edition edition : values()) {
      if (edition.lang().equals(lang)) {
        return edition;
      }
    }
    throw new IllegalArgumentException("a digest is written in zh or en, was: " + lang);
  }

  /** ISO 639-1. */
  public String lang() {
    return locale.getLanguage();
  }

  /**
   * The words under the key, with arguments filled in by ICU's rules for plurals and numbers.
   *
   * @throws IllegalArgumentException if the edition has no such words
   */
  String say(String key, Object... arguments) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no words for " + key + " in " + lang());
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** Like {@link #say}, with each slot <code>'{}'</code> filled by rendered text. */
  Inline show(String key, List<Inline> slots, Object... arguments) {
    return Inline.fill(say(key, arguments), slots);
  }

  boolean says(String key) {
    return words.containsKey(key);
  }

  /** Day and month, for people. */
  String day(LocalDate date) {
    return day.format(date);
  }

  /** How long it takes to read, in minutes or hours. */
  String duration(ReadingLength length) {
    long minutes = length.minutes();
    return minutes < 90 ? say("minutes", minutes) : say("hours", Math.round(minutes / 60.0));
  }

  /** The name of a language by its code, such as 英语. */
  String language(String lang) {
    return Locale.forLanguageTag(lang).getDisplayLanguage(locale);
  }

  Properties words() {
    return (Properties) words.clone();
  }
}
