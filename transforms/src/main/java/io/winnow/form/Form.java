package io.winnow.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;

/**
 * A form in which something is kept, such as a manifest.
 *
 * <p>Its version rises when a program that knows the one before would err; what such a program may
 * pass over, like one more property, needs no new version.
 *
 * @param name for people
 * @param newest version that this program knows; versions count from 1
 */
public record Form(String name, int newest) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Does nothing when this program knows {@code version}.
   *
   * @param place what was read, for people
   * @throws NewerFormException when it does not
   */
  public void requireKnown(String place, int version) throws NewerFormException {
    if (version > newest) {
      throw new NewerFormException(place, this, Integer.toString(version));
    }
  }

  /**
   * The same of a JSON object, whose version is looked at before anything else of it is understood:
   * a newer one may be of any shape. An object that says no version is of the first; a version that
   * is no whole number is none that this program knows.
   *
   * @param property that says the version, at the top of the object
   * @throws JsonProcessingException when it is no JSON as far as it was looked at
   */
  public void requireKnown(String place, byte[] json, String property) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isVersion = parser.currentName().equals(property);
        JsonToken value = parser.nextToken();
        if (isVersion) {
          if (value != JsonToken.VALUE_NUMBER_INT || isAbove(parser.getBigIntegerValue())) {
            throw new NewerFormException(place, this, parser.getText());
          }
          return;
        }
        parser.skipChildren();
      }
    }
  }

  private boolean isAbove(BigInteger version) {
    return version.compareTo(BigInteger.valueOf(newest)) > 0;
  }
}
