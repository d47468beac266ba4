package io.winnow.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Makes a value of JSON of one of Parquet: days and instants as ISO 8601 writes them, bytes that
 * are text as that, other bytes as nothing.
 */
final class TableValue extends PrimitiveConverter {
  /** Day that the days of INT96 count from, seen from 1970. */
  private static final long JULIAN_1970 = 2_440_588;

  /** Days from 1970 that have a year of four digits, about. */
  private static final long MAX_DAYS = 3_000_000;

  private final PrimitiveType type;
  private final LogicalTypeAnnotation meaning;
  private final Consumer<JsonNode> into;

  TableValue(PrimitiveType type, Consumer<JsonNode> into) {
    this.type = type;
    this.meaning = type.getLogicalTypeAnnotation();
    this.into = into;
  }

  @Override
  public void addInt(int value) {
    addLong(value);
  }

  @Override
  public void addLong(long value) {
    if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      if (Math.abs(value) < MAX_DAYS) {
        into.accept(TextNode.valueOf(LocalDate.ofEpochDay(value).toString()));
      }
    } else if (meaning instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation stamp) {
      ChronoUnit unit =
          switch (stamp.getUnit()) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
          };
      instant(Instant.EPOCH.plus(value, unit));
    } else {
      into.accept(LongNode.valueOf(value));
    }
  }

  @Override
  public void addBoolean(boolean value) {
    into.accept(BooleanNode.valueOf(value));
  }

  @Override
  public void addFloat(float value) {
    addDouble(value);
  }

  @Override
  public void addDouble(double value) {
    into.accept(DoubleNode.valueOf(value));
  }

  @Override
  public void addBinary(Binary value) {
    if (type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT96) {
      ByteBuffer bytes = ByteBuffer.wrap(value.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
      long nanos = bytes.getLong();
      long days = (bytes.getInt() & 0xFFFFFFFFL) - JULIAN_1970;
      if (Math.abs(days) < MAX_DAYS) {
        instant(Instant.EPOCH.plus(days, ChronoUnit.DAYS).plusNanos(nanos));
      }
      return;
    }
    try {
      into.accept(
          TextNode.valueOf(
              StandardCharsets.UTF_8.newDecoder().decode(value.toByteBuffer()).toString()));
    } catch (CharacterCodingException noText) {
      if (meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation) {
        into.accept(TextNode.valueOf(value.toStringUsingUTF8()));
      }
    }
  }

  private void instant(Instant instant) {
    if (Math.abs(instant.getEpochSecond() / 86_400) < MAX_DAYS) {
      into.accept(TextNode.valueOf(instant.toString()));
    }
  }
}
