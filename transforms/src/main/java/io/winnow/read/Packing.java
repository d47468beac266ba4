package io.winnow.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How the bytes of a file are packed, told by its first bytes and never by its name. */
enum Packing {
  /** Not packed. */
  NONE,
  /** RFC 1952, any number of members. */
  GZIP,
  BZIP2,
  /** RFC 8878, any number of frames. */
  ZSTD,
  XZ,
  /** The archive that is opened: APPNOTE 6.3. */
  ZIP,
  /** The archive of Unix: POSIX.1-1988 and later, and the one before. */
  TAR,
  /** Archives that are known but not opened. */
  SEVEN_ZIP,
  RAR;

  /** First bytes that tell them all apart: the header of the first member of a tar. */
  static final int HEAD_BYTES = 512;

  /** Most memory, in KiB, that an xz stream may ask for; {@code xz -9} needs 64 MiB. */
  private static final int XZ_MEMORY_KIB = 128 << 10;

  /** Tells the packing from the first {@link #HEAD_BYTES} of a file, or from all of a short one. */
  static Packing of(byte[] head) {
    if (startsWith(head, 0x1F, 0x8B, 0x08)) {
      return GZIP;
    }
    if (startsWith(head, 'B', 'Z', 'h')
        && head.length >= 10
        && head[3] >= '1'
        && head[3] <= '9'
        && (ascii(head, 4, 6).equals("1AY&SY") || ascii(head, 4, 6).equals("\u0017rE8P\uFFFD"))) {
      return BZIP2;
    }
    if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD) || isSkippableZstdFrame(head)) {
      return ZSTD;
    }
    if (startsWith(head, 0xFD, '7', 'z', 'X', 'Z', 0x00)) {
      return XZ;
    }
    if (startsWith(head, 'P', 'K', 3, 4)
        || startsWith(head, 'P', 'K', 5, 6)
        || startsWith(head, 'P', 'K', 7, 8)) {
      return ZIP;
    }
    if (startsWith(head, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
      return SEVEN_ZIP;
    }
    if (startsWith(head, 'R', 'a', 'r', '!', 0x1A, 0x07)) {
      return RAR;
    }
    if (head.length >= HEAD_BYTES && (ascii(head, 257, 5).equals("ustar") || isSummed(head))) {
      return TAR;
    }
    return NONE;
  }

  /** Whether it holds files with names. */
  boolean isArchive() {
    return this == ZIP || this == TAR || this == SEVEN_ZIP || this == RAR;
  }

  /**
   * The bytes that were compressed.
   *
   * <p>Data that end too early, are damaged, or are followed by anything else than more of the same
   * kind give an {@link IOException} when reading gets there.
   */
  InputStream decompress(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get();
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case ZSTD -> new ZstdFrames(in);
      case XZ ->
          XZCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(XZ_MEMORY_KIB)
              .get();
      case ZIP, TAR, SEVEN_ZIP, RAR -> throw new IllegalStateException(this + " is an archive");
    };
  }

  private static boolean isSkippableZstdFrame(byte[] head) {
    return head.length >= 4
        && (head[0] & 0xF0) == 0x50
        && (head[1] & 0xFF) == 0x2A
        && (head[2] & 0xFF) == 0x4D
        && (head[3] & 0xFF) == 0x18;
  }

  /** Whether a header has the sum of its own bytes in it, as every header of a tar does. */
  private static boolean isSummed(byte[] head) {
    int sum = 0;
    int written = 0;
    for (int i = 0; i < HEAD_BYTES; i++) {
      boolean isSum = i >= 148 && i < 156;
      sum += isSum ? ' ' : head[i] & 0xFF;
      if (isSum && head[i] >= '0' && head[i] <= '7') {
        written = written * 8 + head[i] - '0';
      } else if (isSum && head[i] != ' ' && head[i] != 0) {
        return false;
      }
    }
    return sum == written;
  }

  private static String ascii(byte[] head, int at, int length) {
    return new String(head, at, length, StandardCharsets.US_ASCII);
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
