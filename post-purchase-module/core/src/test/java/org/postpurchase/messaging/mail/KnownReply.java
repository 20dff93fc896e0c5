package org.postpurchase.messaging.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  @Override
  public String toString() {
    return server + " at " + stage + ": " + reply.replace("\r\n", " ");
  }
}
