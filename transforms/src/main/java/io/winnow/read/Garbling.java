package io.winnow.read;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way in which text was read wrongly: written in one charset, read in another. */
enum Garbling {
  UTF_8_AS_1252("windows-1252", null),
  UTF_8_AS_1250("windows-1250", null),
  UTF_8_AS_1251("windows-1251", null),
  UTF_8_AS_GBK("GB18030", null),
  UTF_8_AS_BIG5("x-windows-950", null),
  UTF_8_AS_SHIFT_JIS("windows-31j", null),
  ANY_AS_1252("windows-1252", "any"),
  BIG5_AS_GBK("GB18030", "Big5"),
  GBK_AS_BIG5("x-windows-950", "GB18030");

  /** Text garbled again and again, as by each of several imports. */
  private static final int MAX_TIMES = 3;

  /** How much of a language, or less, a garbled text looks like, and what was meant at least. */
  private static final double GARBLED = 0.55;

  private static final double MEANT = 0.8;
  private static final double FAR_MORE = 0.3;

  /** Characters of a line that tell, where it is not strict UTF-8 that tells. */
  private static final int ENOUGH = 6;

  private static final List<String> LATIN_CHARSETS =
      List.of("windows-1252", "windows-1250", "ISO-8859-2", "windows-1254", "windows-1257");

  private final Charset wrong;
  private final @Nullable String right;

  Garbling(String wrong, @Nullable String right) {
    this.wrong = Charset.forName(wrong);
    this.right = right;
  }

  /**
   * What a line was meant to be.
   *
   * @param written the charset it was written in
   */
  record Undone(Garbling kind, Encoding written, String text) {
    /** What another line of the same text is, if it was garbled like this one. */
    Optional<Undone> alike(String line) {
      byte[] bytes = kind.bytes(line);
      String text = bytes == null ? null : strictly(written.charset(), bytes);
      return text == null || !isOrdinary(text)
          ? Optional.empty()
          : Optional.of(new Undone(kind, written, text));
    }
  }

  /** Undoes what garbled a line; empty where it may be as it should, or cannot be mended whole. */
  static Optional<Undone> undo(String line) {
    Script script = Script.of(line);
    for (Garbling kind : script.kinds) {
      Optional<Undone> undone = kind.right == null ? kind.fromUtf8(line) : kind.fromLegacy(line);
      if (undone.isPresent()) {
        return undone;
      }
    }
    return Optional.empty();
  }

  /** What sort of characters a garbled line has by which garblings. */
  private enum Script {
    EAST_ASIAN(UTF_8_AS_GBK, UTF_8_AS_BIG5, UTF_8_AS_SHIFT_JIS, BIG5_AS_GBK, GBK_AS_BIG5),
    CYRILLIC(UTF_8_AS_1251),
    LATIN(UTF_8_AS_1252, UTF_8_AS_1250, ANY_AS_1252),
    ORDINARY();

    private final List<Garbling> kinds;

    Script(Garbling... kinds) {
      this.kinds = List.of(kinds);
    }

    static Script of(String line) {
      int eastAsian = 0;
      int frequent = 0;
      int cyrillic = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c >= 0x2E80) {
          eastAsian++;
          frequent += isFrequent(c) ? 1 : 0;
        } else if (c >= 0x400 && c < 0x530) {
          cyrillic++;
        }
      }
      if (eastAsian > 0) {
        return frequent * 10 < eastAsian * 6 ? EAST_ASIAN : ORDINARY;
      }
      return cyrillic > 0 ? CYRILLIC : LATIN;
    }

    private static boolean isFrequent(char c) {
      return FrequentCharacters.contains(c)
          || (c >= 0x3000 && c < 0x3040)
          || (c >= 0xFF00 && c < 0xFF60);
    }
  }

  private Optional<Undone> fromUtf8(String line) {
    String text = line;
    String meant = null;
    for (int i = 0; i < MAX_TIMES; i++) {
      String before = this == UTF_8_AS_GBK ? TornUtf8.undo(text) : fromUtf8Once(text);
      if (before == null || before.equals(text)) {
        break;
      }
      text = before;
      meant = isOrdinary(text) ? text : meant;
    }
    return meant == null || isTooShortToTell(meant)
        ? Optional.empty()
        : Optional.of(new Undone(this, Encoding.UTF_8, meant));
  }

  /** Two bytes of one character may be UTF-8 by chance (联通), three hardly are. */
  private boolean isTooShortToTell(String meant) {
    if (this != UTF_8_AS_GBK && this != UTF_8_AS_BIG5 && this != UTF_8_AS_SHIFT_JIS) {
      return false;
    }
    long two = meant.chars().filter(c -> c >= 0x80 && c < 0x800).count();
    long three = meant.chars().filter(c -> c >= 0x800 && c != 0xFFFD).count();
    return three <= two;
  }

  private @Nullable String fromUtf8Once(String line) {
    byte[] bytes = bytes(line);
    return bytes == null ? null : strictly(StandardCharsets.UTF_8, bytes);
  }

  private Optional<Undone> fromLegacy(String line) {
    if (!hasRun(line)) {
      return Optional.empty();
    }
    byte[] bytes = bytes(line);
    if (bytes == null || line.chars().filter(c -> c >= 0x80).count() < ENOUGH) {
      return Optional.empty();
    }
    byte[] words = VisibleBytes.words(bytes);
    double garbled = Plausibility.of(wrongEncoding(), words);
    if (garbled > GARBLED) {
      return Optional.empty();
    }
    Encoding written =
        "any".equals(right)
            ? CharsetSniffer.byStatistics(bytes).encoding()
            : Encoding.ofName(right);
    if (LATIN_CHARSETS.contains(written.name())
        || Plausibility.of(written, words) < Math.max(MEANT, garbled + FAR_MORE)) {
      return Optional.empty();
    }
    String text = strictly(written.charset(), bytes);
    return text == null || text.codePoints().filter(c -> c >= 0x80).count() < ENOUGH
        ? Optional.empty()
        : Optional.of(new Undone(this, written, text));
  }

  /** Whether four characters beyond ASCII stand side by side, as those of a few bytes each do. */
  private static boolean hasRun(String line) {
    int run = 0;
    for (int i = 0; i < line.length() && run < 4; i++) {
      run = line.charAt(i) >= 0x80 ? run + 1 : 0;
    }
    return run >= 4;
  }

  private Encoding wrongEncoding() {
    return switch (this) {
      case BIG5_AS_GBK -> Encoding.GB18030;
      case GBK_AS_BIG5 -> Encoding.ofName("Big5");
      default -> Encoding.WINDOWS_1252;
    };
  }

  /** The bytes that were read wrongly; null where other characters stand among them. */
  private byte @Nullable [] bytes(String line) {
    if (this == UTF_8_AS_1252
        || this == UTF_8_AS_1250
        || this == UTF_8_AS_1251
        || this == ANY_AS_1252) {
      return SingleBytes.of(wrong).bytes(line);
    }
    try {
      ByteBuffer bytes =
          wrong
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(line));
      byte[] all = Arrays.copyOf(bytes.array(), bytes.limit());
      return line.equals(new String(all, wrong)) && !isAmbiguous(line) ? all : null;
    } catch (CharacterCodingException otherCharacters) {
      return null;
    }
  }

  /**
   * Whether a character may have been other bytes. Big5 has several codes for some, and not the
   * same in each of its kinds.
   */
  private boolean isAmbiguous(String line) {
    if (this != UTF_8_AS_BIG5 && this != GBK_AS_BIG5) {
      return false;
    }
    for (int i = 0; i < line.length(); i++) {
      if (Big5Kinds.AMBIGUOUS.get(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The text, if all of the bytes are right in this charset. */
  static @Nullable String strictly(Charset charset, byte[] bytes) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException otherBytes) {
      return null;
    }
  }

  /** Whether people write such characters, nearly all of them. */
  private static boolean isOrdinary(String text) {
    double good = 0;
    int all = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80 || c == 0xFFFD) {
        continue;
      }
      all++;
      switch (Character.getType(c)) {
        case Character.UNASSIGNED,
            Character.PRIVATE_USE,
            Character.SURROGATE,
            Character.CONTROL -> {
          return false;
        }
        default -> good += worth(c);
      }
    }
    return all > 0 && good >= MEANT * all;
  }

  private static double worth(int c) {
    boolean usual =
        LetterPairs.isLetter(c)
            || FrequentCharacters.contains(c)
            || (c >= 0xA0 && c <= 0xFF)
            || (c >= 0x2010 && c <= 0x203A)
            || (c >= 0x20A0 && c <= 0x27BF)
            || (c >= 0x3000 && c <= 0x30FF)
            || (c >= 0xFF00 && c <= 0xFFEF)
            || (c >= 0xFE00 && c <= 0xFE0F)
            || c == 0x200B
            || c == 0x200D
            || c == 0xFEFF
            || c >= 0x1F000 && c <= 0x1FAFF;
    if (usual) {
      return 1;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HANGUL -> 0.7;
      case ARABIC, HEBREW, THAI, GREEK, CYRILLIC, DEVANAGARI, BENGALI, TAMIL, GEORGIAN, ARMENIAN ->
          1;
      case LATIN -> c < 0x250 || c >= 0x1E00 ? 0.8 : 0.2;
      default -> 0.1;
    };
  }
}
