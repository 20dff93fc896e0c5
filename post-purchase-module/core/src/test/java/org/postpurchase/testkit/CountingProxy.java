package org.postpurchase.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a driver and its database and counts round trips: how often the driver waits for
 * the database. An answer that comes while the driver still sends is held back until the driver has
 * been silent for a moment, so that what it goes on sending is not taken for a new request.
 */
public final class CountingProxy implements AutoCloseable {
  private static final long SILENT_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  private final ServerSocket server;
  private final String host;
  private final int port;
  private final AtomicInteger trips = new AtomicInteger();

  public CountingProxy(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Round trips of all connections since the last call. */
  public int takeCount() {
    return trips.getAndSet(0);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket driver = server.accept();
        Socket database = new Socket(host, port);
        driver.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
        AtomicBoolean answered = new AtomicBoolean(true);
        AtomicLong spoke = new AtomicLong(System.nanoTime());
        daemon(
            () ->
                pump(
                    driver,
                    database,
                    () -> {
                      spoke.set(System.nanoTime());
                      if (answered.getAndSet(false)) {
                        trips.incrementAndGet();
                      }
                    }));
        daemon(
            () ->
                pump(
                    database,
                    driver,
                    () -> {
                      awaitSilence(spoke);
                      answered.set(true);
                    }));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void awaitSilence(AtomicLong spoke) {
    long left = SILENT_NANOS;
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = SILENT_NANOS - (System.nanoTime() - spoke.get());
    }
  }

  private static void pump(Socket from, Socket to, Runnable onData) {
    byte[] buffer = new byte[65_536];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        onData.run();
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException closed) {
      // one side has gone; the other goes with it
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "counting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
