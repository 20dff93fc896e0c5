package org.postpurchase.benchmarks.peer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on loopback that takes everything at once and keeps the newest mail alone. */
public final class MailSink implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger taken = new AtomicInteger();
  private volatile byte[] newest = new byte[0];

  public MailSink() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** How many mails were answered with 250. */
  public int taken() {
    return taken.get();
  }

  /** Headers and body as they came over the wire. */
  public String newest() {
    return new String(newest, StandardCharsets.UTF_8);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        daemon(() -> converse(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void converse(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream(), 64 * 1024);
      OutputStream out = client.getOutputStream();
      say(out, "220 sink");
      String line = line(in);
      while (line != null && !line.toUpperCase(Locale.ROOT).startsWith("QUIT")) {
        if (line.equalsIgnoreCase("DATA")) {
          say(out, "354 go on");
          newest = data(in);
          taken.incrementAndGet();
        }
        say(out, "250 ok");
        line = line(in);
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Up to the line with the single dot. */
  private static byte[] data(InputStream in) throws IOException {
    ByteArrayOutputStream mail = new ByteArrayOutputStream(8 * 1024);
    int seen = 2; // matched characters of CR LF . CR LF; a mail begins as after a line's end
    String end = "\r\n.\r\n";
    while (seen < end.length()) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("cut off in the middle of a mail");
      }
      mail.write(c);
      seen = c == end.charAt(seen) ? seen + 1 : c == '\r' ? 1 : 0;
    }
    return mail.toByteArray();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "mail-sink");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
