package org.postpurchase.messaging.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postpurchase.messaging.SendOutcome.Kind;

/** A reply that a real server gave, and what is right after it. */
public record KnownReply(String server, String stage, String reply, Kind owner, String effect) {
  /** Everything in {@code smtp-replies.txt}. */
  public static List<KnownReply> all() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                KnownReply.class.getResourceAsStream("smtp-replies.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" \\| "))
          .map(c -> new KnownReply(c[0], c[1], c[2].replace("^", "\r\n"), Kind.valueOf(c[3]), c[4]))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean stops() {
    return effect.equals("stop");
  }

  /** Whether this mail can never pass. */
  public boolean ends() {
    return !stops() && owner != Kind.SERVER && reply.startsWith("5");
  }

  /** What the last line says after its codes. */
  public String lastWords() {
    String last = reply.substring(reply.lastIndexOf('\n') + 1);
    return last.replaceFirst("^\\d{3}[ -](\\d\\.\\d+\\.\\d+ )?", "");
  }

  /** A server that says it whenever its stage is reached, and the usual otherwise. */
  public ScriptedMailServer.Script script() {
    return (reached, connection, count) -> {
      if (reached.equals(stage) || (reached.equals("HELO") && stage.equals("EHLO"))) {
        return reply;
      }
      boolean offers = reached.equals("EHLO") && (stage.equals("AUTH") || stage.equals("STARTTLS"));
      return offers ? "250-hi\r\n250 " + (stage.equals("AUTH") ? "AUTH PLAIN" : stage) : null;
    };
  }

  /** A shop that gets as far as that stage. */
  public SmtpSettings settings(int port, String from) {
    Properties extra = new Properties();
    extra.setProperty("mail.smtp.starttls.required", Boolean.toString(stage.equals("STARTTLS")));
    String user = stage.equals("AUTH") ? "shop" : null;
    return new SmtpSettings("smtp", "127.0.0.1", port, user, "s3cret", from, extra);
  }

  @Override
  public String toString() {
    return server + " at " + stage + ": " + reply.replace("\r\n", " ");
  }
}
