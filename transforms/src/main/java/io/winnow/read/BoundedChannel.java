package io.winnow.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A channel that refuses to give more than so many bytes, until the bound is lifted. */
final class BoundedChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private long left;

  BoundedChannel(SeekableByteChannel channel, long bytes) {
    this.channel = channel;
    this.left = bytes;
  }

  void lift() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int n = channel.read(into);
    left -= Math.max(0, n);
    if (left < 0) {
      throw new IOException("more bytes than allowed");
    }
    return n;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return channel.write(from);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    channel.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
