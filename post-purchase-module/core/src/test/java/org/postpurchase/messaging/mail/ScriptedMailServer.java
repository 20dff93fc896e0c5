package org.postpurchase.messaging.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real mail server on loopback that answers as a test wants: with a reply, by hanging or by
 * dropping the connection, at any stage of the conversation.
 */
public final class ScriptedMailServer implements AutoCloseable {
  /** The connection stays open and nothing comes. */
  public static final String HANG = "hang";

  /** The connection is closed instead of an answer. */
  public static final String DROP = "drop";

  /** Nobody waits in vain for an answer that a busy machine is slow to give. */
  private static final int USUAL_MILLIS = 20_000;

  /** Answers one stage: GREETING, EHLO, MAIL, RCPT, DATA, DOT, RSET, NOOP or QUIT. */
  @FunctionalInterface
  public interface Script {
    /**
     * @param connection 1 for the first connection
     * @param count how often the stage has been reached on all connections, this time included
     * @return the reply, {@link #HANG}, {@link #DROP} or null for the usual
     */
    String answer(String stage, int connection, int count);
  }

  public final List<String> mails = new CopyOnWriteArrayList<>();
  public final List<String> commands = new CopyOnWriteArrayList<>();
  public final AtomicInteger connections = new AtomicInteger();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final ServerSocket socket;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Thread accepting;
  private volatile Script script = (stage, connection, count) -> null;
  private volatile int patienceMillis = USUAL_MILLIS;

  public ScriptedMailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    accepting = daemon(this::accept);
  }

  public ScriptedMailServer script(Script newScript) {
    this.script = newScript;
    patienceMillis = USUAL_MILLIS;
    return this;
  }

  /** The same answer whenever the stage is reached. */
  public ScriptedMailServer at(String stage, String answer) {
    script((reached, connection, count) -> reached.equals(stage) ? answer : null);
    if (answer.equals(HANG)) { // what comes before the whole mail all has one end
      patienceMillis = stage.equals("DOT") ? 2_000 : 400;
    }
    return this;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** With a short time-out where an answer never comes, and a long one where it may be slow. */
  public SmtpSettings settings(String from) {
    Properties extra = new Properties();
    extra.setProperty("mail.smtp.timeout", Integer.toString(patienceMillis));
    extra.setProperty("mail.smtp.connectiontimeout", Integer.toString(patienceMillis));
    return new SmtpSettings("smtp", "127.0.0.1", port(), null, null, from, extra);
  }

  /**
   * Nobody can connect once this returned: a thread inside accept keeps the port open for a moment
   * after the socket was closed, so it is waited for.
   */
  @Override
  public void close() {
    try {
      socket.close();
      accepting.join(10_000);
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        int number = connections.incrementAndGet();
        daemon(() -> converse(client, number));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void converse(Socket client, int connection) {
    try (client) {
      new Conversation(client, connection).hold();
    } catch (IOException e) {
      // the client went away
    }
  }

  /** One connection; others may be in the middle of a mail at the same time. */
  private final class Conversation {
    private final int connection;
    private final BufferedReader in;
    private final OutputStream out;
    private boolean dataWasWanted;
    private String pending;

    Conversation(Socket client, int connection) throws IOException {
      this.connection = connection;
      this.in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      this.out = client.getOutputStream();
    }

    void hold() throws IOException {
      boolean goesOn = answer("GREETING", "220 ready");
      String line = goesOn ? in.readLine() : null;
      while (line != null) {
        commands.add(line);
        String stage = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        if (!answer(stage, usual(stage))) {
          return;
        }
        if (stage.equals("DATA") && dataWasWanted) {
          pending = body(in);
          if (pending == null || !answer("DOT", "250 kept")) {
            return;
          }
        }
        line = stage.equals("QUIT") ? null : in.readLine();
      }
    }

    private boolean answer(String stage, String usual) throws IOException {
      int count = counts.merge(stage, 1, Integer::sum);
      String scripted = script.answer(stage, connection, count);
      String reply = scripted == null ? usual : scripted;
      if (reply.equals(DROP)) {
        return false;
      }
      if (reply.equals(HANG)) {
        while (in.readLine() != null) {
          // until the client gives up
        }
        return false;
      }
      dataWasWanted = stage.equals("DATA") ? reply.startsWith("354") : dataWasWanted;
      if (stage.equals("DOT") && reply.startsWith("250")) {
        mails.add(pending); // before the reply, so that whoever has read it finds the mail
      }
      out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return !reply.startsWith("421");
    }
  }

  private static String usual(String stage) {
    switch (stage) {
      case "DATA":
        return "354 go on";
      case "QUIT":
        return "221 bye";
      default:
        return "250 ok";
    }
  }

  private static String body(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        return mail.toString();
      }
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return null;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
