package io.winnow.record;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.brotli.dec.BrotliInputStream;

/**
 * Decompresses pages of Parquet, each of which says how long it is: without Hadoop's codecs and the
 * configuration and class loading they bring, and with a cap on what one page may take.
 */
final class PageCodecs implements CompressionCodecFactory {
  private final int maxPageBytes;

  PageCodecs(int maxPageBytes) {
    this.maxPageBytes = maxPageBytes;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("pages are only read");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Decompressor(codec, maxPageBytes);
  }

  @Override
  public void release() {}

  /** Says that nothing here opens such pages. */
  static final class UnknownCodec extends IOException {
    private static final long serialVersionUID = 1;

    UnknownCodec(String message) {
      super(message);
    }
  }

  private record Decompressor(CompressionCodecName codec, int maxPageBytes)
      implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(decompress(bytes.toInputStream().readAllBytes(), size));
    }

    @Override
    public void decompress(ByteBuffer input, int length, ByteBuffer output, int size)
        throws IOException {
      byte[] bytes = new byte[length];
      input.get(bytes);
      output.put(decompress(bytes, size));
    }

    private byte[] decompress(byte[] bytes, int size) throws IOException {
      if (size < 0 || size > maxPageBytes) {
        throw new TableCap("bytes of one page", size & 0xFFFFFFFFL, maxPageBytes);
      }
      if (codec == CompressionCodecName.ZSTD) {
        byte[] page = new byte[size];
        requireSize(Zstd.decompress(page, bytes), size);
        return page;
      }
      if (codec == CompressionCodecName.LZ4) {
        return blocks(bytes, size);
      }
      try (InputStream in = open(new ByteArrayInputStream(bytes))) {
        byte[] page = in.readNBytes(size);
        requireSize(page.length, size);
        return page;
      }
    }

    private InputStream open(InputStream in) throws IOException {
      return switch (codec) {
        case UNCOMPRESSED -> in;
        case GZIP -> new GZIPInputStream(in, 1 << 13);
        case SNAPPY -> new SnappyCompressorInputStream(in);
        case BROTLI -> new BrotliInputStream(in);
        case LZ4_RAW -> new BlockLZ4CompressorInputStream(in);
        default -> throw new UnknownCodec("pages compressed with " + codec);
      };
    }

    /** LZ4 as Hadoop writes it: blocks, each with both its lengths before it. */
    private static byte[] blocks(byte[] bytes, int size) throws IOException {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      ByteBuffer page = ByteBuffer.allocate(size);
      while (in.remaining() > 8) {
        int plain = in.getInt();
        int packed = in.getInt();
        if (plain < 0 || plain > page.remaining() || packed < 0 || packed > in.remaining()) {
          throw new IOException("a page with a damaged block");
        }
        InputStream block = new ByteArrayInputStream(bytes, in.position(), packed);
        byte[] part = new BlockLZ4CompressorInputStream(block).readNBytes(plain);
        page.put(part);
        in.position(in.position() + packed);
      }
      requireSize(page.position(), size);
      return page.array();
    }

    private static void requireSize(long found, int size) throws IOException {
      if (found != size) {
        throw new IOException("a page that is not of the size it says");
      }
    }

    @Override
    public void release() {}
  }
}
