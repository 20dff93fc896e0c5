package org.postpurchase.demo.launcher.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Receives mail on a free port of the loopback interface.
 *
 * <p>Any number of connections may be open; a bounded number is served at a time and the others
 * wait for their greeting.
 */
public final class SmtpServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SmtpServer.class.getName());
  private static final int SERVED_AT_ONCE = 32;
  private static final int BACKLOG = 500;
  private static final int IDLE_TIMEOUT_MILLIS = 60_000;

  private final MailStore mailbox;
  private final ServerSocket socket;
  private final ExecutorService sessions =
      Executors.newFixedThreadPool(SERVED_AT_ONCE, new DaemonThreads());

  private static final class DaemonThreads implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work, "mailbox-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }

  private SmtpServer(MailStore mailbox) throws IOException {
    this.mailbox = mailbox;
    this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  }

  /** Begins to receive. */
  public static SmtpServer start(MailStore mailbox) throws IOException {
    SmtpServer server = new SmtpServer(mailbox);
    Thread acceptor = new Thread(server::accept, "mailbox-acceptor");
    acceptor.setDaemon(true);
    acceptor.start();
    LOG.info("The mailbox listens on port " + server.port());
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connection.setSoTimeout(IDLE_TIMEOUT_MILLIS);
        sessions.execute(() -> serve(connection));
      } catch (SocketException e) {
        LOG.log(Level.FINE, "The mailbox was closed", e);
      } catch (IOException e) {
        LOG.log(Level.WARNING, "The mailbox could not take a connection", e);
      }
    }
  }

  private void serve(Socket connection) {
    try (Socket open = connection) {
      new SmtpSession(open.getInputStream(), open.getOutputStream(), mailbox).run();
    } catch (IOException e) {
      LOG.log(Level.FINE, "A mail connection broke off", e);
    }
  }

  /** Stops receiving; a mail that was acknowledged is in the store already. */
  @Override
  public void close() throws IOException {
    socket.close();
    sessions.shutdownNow();
  }
}
