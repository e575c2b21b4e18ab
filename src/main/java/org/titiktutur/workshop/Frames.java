package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * JSON messages over a stream socket, each led by its length in bytes (four, big-endian). One
 * thread may read while another writes; writers take turns.
 */
final class Frames {

  static final ObjectMapper JSON = new ObjectMapper();

  /** More than any honest message: answers name files, they do not carry them. */
  private static final int MOST_BYTES = 16 << 20;

  private final SocketChannel channel;

  Frames(SocketChannel channel) {
    this.channel = channel;
  }

  synchronized void write(JsonNode message) throws IOException {
    byte[] body = JSON.writeValueAsBytes(message);
    ByteBuffer frame =
        ByteBuffer.allocate(Integer.BYTES + body.length).putInt(body.length).put(body);
    frame.flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  /**
   * Waits for the next message.
   *
   * @throws EOFException when the other side is gone
   */
  JsonNode read() throws IOException {
    int length = fill(Integer.BYTES).getInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("a message of " + length + " bytes");
    }
    return JSON.readTree(fill(length).array());
  }

  private ByteBuffer fill(int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the other side is gone");
      }
    }
    return buffer.flip();
  }
}
