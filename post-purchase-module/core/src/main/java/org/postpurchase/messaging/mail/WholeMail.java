package org.postpurchase.messaging.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Collects a mail before it goes to the connection in one piece: the encoders of the mail library
 * write byte by byte, which would pass through three synchronised streams each time. For one
 * thread.
 */
final class WholeMail extends OutputStream {
  private static final int USUAL_SIZE = 16 * 1024;

  private byte[] bytes = new byte[USUAL_SIZE];
  private int size;

  @Override
  public void write(int b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
    }
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  void sendTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }
}
