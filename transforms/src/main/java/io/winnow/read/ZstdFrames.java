package io.winnow.read;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The content of all zstd frames of a stream, one after the other (RFC 8878, section 3).
 *
 * <p>A last frame that is cut off is an error wherever it is cut: the stream that comes with the
 * library ends silently when the frame before it lay in the same buffer.
 */
final class ZstdFrames extends InputStream {
  private final InputStream in;
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final byte[] read = new byte[1 << 16];
  private final ByteBuffer packed = ByteBuffer.allocateDirect(read.length).flip();
  private final ByteBuffer content = ByteBuffer.allocateDirect(1 << 17).flip();
  private boolean insideFrame;

  ZstdFrames(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int at, int max) throws IOException {
    if (max == 0) {
      return 0;
    }
    while (!content.hasRemaining()) {
      if (!packed.hasRemaining() && !isHoldingBack() && !refill()) {
        if (insideFrame) {
          throw new EOFException("zstd frame ends too early");
        }
        return -1;
      }
      decompress();
    }
    int n = Math.min(max, content.remaining());
    content.get(into, at, n);
    return n;
  }

  @Override
  public void close() throws IOException {
    zstd.close();
    in.close();
  }

  /** Whether the decompressor has more to give without more to read: its buffer was too small. */
  private boolean isHoldingBack() {
    return insideFrame && content.limit() == content.capacity();
  }

  private boolean refill() throws IOException {
    int n = in.read(read, 0, read.length);
    packed.clear();
    packed.put(read, 0, Math.max(0, n)).flip();
    return n > 0;
  }

  private void decompress() throws IOException {
    content.clear();
    try {
      insideFrame = !zstd.decompressDirectByteBufferStream(content, packed);
    } catch (ZstdException damaged) {
      throw new IOException(damaged.getMessage(), damaged);
    } finally {
      content.flip();
    }
  }
}
