package org.postpurchase.helpdesk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to an address that somebody has typed into the admin. It connects to the very address
 * that was checked, so that a name cannot lead elsewhere between check and connection; it follows
 * no redirect, and reads no more than the status and no longer than a few seconds.
 */
final class HookLine {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int LINE_MAX = 1_024;
  private static final int LINES_MAX = 100;

  private final boolean privateAllowed;

  HookLine(boolean privateAllowed) {
    this.privateAllowed = privateAllowed;
  }

  /**
   * @return the HTTP status
   * @throws HookFailedException when there was no answer, saying why
   */
  int post(HookAddress to, Map<String, String> headers, byte[] body) {
    InetAddress[] addresses = PublicAddresses.of(to.host, privateAllowed);
    long end = System.nanoTime() + READ_MILLIS * 1_000_000L;
    try (Socket socket = connected(addresses, to)) {
      OutputStream out = socket.getOutputStream();
      out.write(head(to, headers, body.length).getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      return status(socket.getInputStream(), end);
    } catch (IOException e) {
      throw new HookFailedException(
          "No answer from " + to.authority() + ": " + e.getMessage() + '.', e);
    }
  }

  private static Socket connected(InetAddress[] addresses, HookAddress to) throws IOException {
    IOException last = null;
    for (InetAddress each : addresses) {
      Socket plain = new Socket();
      try {
        plain.connect(new InetSocketAddress(each, to.port), CONNECT_MILLIS);
        plain.setSoTimeout(READ_MILLIS);
        return to.encrypted ? encrypted(plain, to) : plain;
      } catch (IOException e) {
        plain.close();
        last = e;
      }
    }
    throw last == null ? new IOException("no address") : last;
  }

  private static Socket encrypted(Socket plain, HookAddress to) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, to.host, to.port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static String head(HookAddress to, Map<String, String> headers, int length) {
    StringBuilder head = new StringBuilder("POST " + to.target + " HTTP/1.1\r\n");
    head.append("Host: ").append(to.authority()).append("\r\n");
    head.append("User-Agent: Post-Purchase\r\nContent-Type: application/json\r\n");
    head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("\r\n").toString();
  }

  /** The final status: what begins with 1 only says that another one follows. */
  private static int status(InputStream in, long end) throws IOException {
    for (int lines = 0; lines < LINES_MAX; lines++) {
      String line = line(in, end);
      if (line.matches("HTTP/1\\.[01] [2-5]\\d\\d.*")) {
        return Integer.parseInt(line.substring(9, 12));
      }
      if (lines == 0 && !line.startsWith("HTTP/1.")) {
        break;
      }
    }
    throw new IOException("what it said is no HTTP");
  }

  private static String line(InputStream in, long end) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.size() < LINE_MAX) {
      if (System.nanoTime() > end) {
        throw new IOException("it takes too long");
      }
      line.write(next);
      next = in.read();
    }
    if (next < 0 && line.size() == 0) {
      throw new IOException("it has closed the connection");
    }
    return new String(line.toByteArray(), StandardCharsets.US_ASCII).trim();
  }
}
