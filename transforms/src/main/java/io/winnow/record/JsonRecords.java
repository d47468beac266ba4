package io.winnow.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of JSON (RFC 8259): the objects of an array, however deep it lies in objects
 * that describe it, objects that are the values of one object, objects one after the other, or one
 * object alone. JSON Feed 1.1 is one of these.
 *
 * <p>The array of a file is the first one whose first object has a text, and which is no part of a
 * record itself, such as its comments. Title and language of the object around it are those of the
 * publication. A record over a cap stops alone; what is malformed ends the dump there.
 */
public final class JsonRecords implements TextRecords {
  /** Names of arrays that belong to a record and hold texts of their own. */
  private static final Set<String> PARTS =
      Set.of(
          "comments", "replies", "attachments", "authors", "author", "tags", "images", "related");

  /** Objects that may lie around the array. */
  private static final int MAX_WRAPPING = 4;

  /** Values of an object that are records; a pair of texts is one record. */
  private static final int MIN_VALUES = 3;

  /** What the parser itself refuses, so that skipping a deep value stays cheap. */
  private static final int HARD_DEPTH = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(HARD_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonMapping mapping;
  private final int maxRecordChars;

  /**
   * @param maxRecordChars of one record; a longer one stops as {@code too-large}
   */
  public JsonRecords(JsonMapping mapping, int maxRecordChars) {
    this.mapping = mapping;
    this.maxRecordChars = maxRecordChars;
  }

  @Override
  public @Nullable Stop read(Reader text, RecordSink records) throws IOException {
    try (CappedParser parser =
        new CappedParser(FACTORY.createParser(text), maxRecordChars, mapping.maxNesting())) {
      Reading reading = new Reading(parser, records);
      parser.hold(0);
      while (parser.nextToken() != null) {
        reading.value();
      }
      return null;
    } catch (CappedParser.OverCap wrapping) {
      return wrapping.stop();
    } catch (StreamConstraintsException tooDeep) {
      return Stop.at(
          RejectReason.TOO_DEEP, tooDeep.getOriginalMessage(), HARD_DEPTH + 1, HARD_DEPTH);
    } catch (JsonProcessingException malformed) {
      JsonLocation location = malformed.getLocation();
      String where = location == null ? "" : "line " + location.getLineNr() + ": ";
      return Stop.because(RejectReason.MALFORMED_RECORD, where + malformed.getOriginalMessage());
    }
  }

  /** One pass over one text. */
  private final class Reading {
    private final CappedParser parser;
    private final RecordSink records;

    /** Characters of the objects around the array, which are kept until their end. */
    private long around;

    Reading(CappedParser parser, RecordSink records) {
      this.parser = parser;
      this.records = records;
    }

    /** A value at the top. */
    void value() throws IOException {
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          take(Facts.NONE);
        }
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        int depth = parser.depth();
        long start = parser.start();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        around = 0;
        try {
          if (!wraps(object, object, 1) && !isMapOfRecords(object)) {
            records.take(mapping.record(object, object.toString()).at(start, parser.end()));
          }
        } catch (CappedParser.OverCap overCap) {
          parser.skipTo(depth);
          records.take(
              SourceRecord.stopped("", Facts.NONE, overCap.stop()).at(start, parser.end()));
        }
      } else {
        take(Facts.NONE);
      }
      parser.hold(0);
    }

    /**
     * Reads an object, giving the records of the array that it wraps.
     *
     * @param top the outermost object
     * @param into gets every other field
     */
    private boolean wraps(ObjectNode top, ObjectNode into, int depth) throws IOException {
      boolean wraps = false;
      while (next() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        JsonToken token = next();
        if (token == JsonToken.START_ARRAY && !PARTS.contains(RecordFields.key(name))) {
          wraps |= isArrayOfRecords(top, into, name);
        } else if (token == JsonToken.START_OBJECT && depth < MAX_WRAPPING) {
          wraps |= wraps(top, into.putObject(name), depth + 1);
        } else {
          into.set(name, kept());
        }
      }
      return wraps;
    }

    /** Gives the elements of an array as records when the first one has a text. */
    private boolean isArrayOfRecords(ObjectNode top, ObjectNode into, String name)
        throws IOException {
      ArrayNode array = into.putArray(name);
      if (next() == JsonToken.END_ARRAY) {
        return false;
      }
      boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
      long start = parser.start();
      JsonNode first = kept();
      boolean isRecord =
          isObject && !mapping.hasText(top) && mapping.record(first, "").stop() == null;
      if (!isRecord) {
        boolean wraps = isObject && wrapped(first, mapping.facts(top), 1);
        array.add(first);
        while (next() != JsonToken.END_ARRAY) {
          JsonNode other = kept();
          wraps |= other.isObject() && wrapped(other, mapping.facts(top), 1);
          array.add(other);
        }
        return wraps;
      }
      Facts facts = mapping.facts(top);
      take(first, start, facts);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        take(facts);
      }
      return true;
    }

    /** Gives the records of the arrays within an object that is no record itself. */
    private boolean wrapped(JsonNode object, Facts around, int depth) {
      boolean wraps = false;
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode value = field.getValue();
        if (value.isObject() && depth < MAX_WRAPPING) {
          wraps |= wrapped(value, around, depth + 1);
        } else if (value.isArray()
            && !PARTS.contains(RecordFields.key(field.getKey()))
            && value.path(0).isObject()
            && mapping.record(value.get(0), "").stop() == null) {
          value.forEach(node -> records.take(mapping.record(node, node.toString())));
          wraps = true;
        }
      }
      return wraps;
    }

    /** Gives the values of an object when it has no text, and each of them has one. */
    private boolean isMapOfRecords(ObjectNode object) {
      if (object.size() < MIN_VALUES || mapping.hasText(object)) {
        return false;
      }
      for (JsonNode value : object) {
        if (!mapping.hasText(value)) {
          return false;
        }
      }
      object.forEach(value -> records.take(mapping.record(value, value.toString())));
      return true;
    }

    /** Gives the value at the current token. */
    private void take(Facts around) throws IOException {
      int depth = parser.depth();
      long start = parser.start();
      try {
        take(parser.tree(), start, around);
      } catch (CappedParser.OverCap overCap) {
        parser.skipTo(depth);
        records.take(SourceRecord.stopped("", Facts.NONE, overCap.stop()).at(start, parser.end()));
      }
      parser.hold(0);
    }

    private void take(JsonNode node, long start, Facts around) {
      records.take(
          mapping
              .record(node, node.toString())
              .in(around.title(), around.lang())
              .at(start, parser.end()));
    }

    /** The next token of what lies around the records. */
    private JsonToken next() throws IOException {
      parser.hold(around);
      JsonToken token = parser.nextToken();
      around += Math.max(1, parser.end() - parser.start());
      return token;
    }

    /** The value at the current token, held until the end. */
    private JsonNode kept() throws IOException {
      long start = parser.start();
      JsonNode node = parser.tree();
      around += parser.end() - start;
      return node;
    }
  }
}
