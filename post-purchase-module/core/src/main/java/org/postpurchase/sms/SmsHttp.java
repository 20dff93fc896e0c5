package org.postpurchase.sms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One POST to a provider: no redirects, bounded waiting and reading, and never sent a second time
 * by itself, which the JDK does with a POST whose connection broke unless its length is fixed.
 */
final class SmsHttp {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int BODY_MAX = 64 * 1024;

  private final int connectMillis;
  private final int readMillis;

  SmsHttp(int connectMillis, int readMillis) {
    this.connectMillis = connectMillis;
    this.readMillis = readMillis;
  }

  static SmsHttp usual() {
    return new SmsHttp(CONNECT_MILLIS, READ_MILLIS);
  }

  /** What the other side said. */
  static final class Answer {
    final int status;
    final String body;

    Answer(int status, String body) {
      this.status = status;
      this.body = body;
    }
  }

  /** The other side has got nothing of it. */
  static final class NotReachedException extends IOException {
    private static final long serialVersionUID = 1;

    NotReachedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * @throws NotReachedException when there was no connection
   * @throws IOException when it broke afterwards, and nobody knows what the other side has
   */
  Answer post(String url, String user, byte[] form) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(connectMillis);
      connection.setReadTimeout(readMillis);
      connection.setUseCaches(false);
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(form.length);
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      connection.setRequestProperty("Accept", "application/json");
      connection.setRequestProperty(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
      try {
        connection.connect();
      } catch (IOException e) {
        throw new NotReachedException(
            "no connection to " + connection.getURL().getHost() + ": " + e.getMessage(), e);
      }
      try (OutputStream out = connection.getOutputStream()) {
        out.write(form);
      }
      int status = connection.getResponseCode();
      return new Answer(status, body(connection, status));
    } finally {
      connection.disconnect();
    }
  }

  private static String body(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] part = new byte[4096];
      int read = in == null ? -1 : in.read(part);
      while (read > 0 && all.size() < BODY_MAX) {
        all.write(part, 0, read);
        read = in.read(part);
      }
      return new String(all.toByteArray(), StandardCharsets.UTF_8);
    }
  }
}
