package org.postpurchase.messaging.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.SendOutcome.Kind;

/** Whose fault a reply is, as {@code smtp-faults.txt} says; it explains itself. */
final class FaultTable {
  private static final List<Row> ROWS = read();

  private FaultTable() {}

  static SendOutcome outcome(Stage stage, SmtpReply reply, String reason) {
    for (Row row : ROWS) {
      if (row.fits(stage, reply)) {
        SendOutcome outcome = row.outcome(reply, reason);
        return stage.compareTo(Stage.RCPT) >= 0 && outcome.stopsChannel
            ? outcome.maybeOfThisMail()
            : outcome;
      }
    }
    throw new IllegalStateException("smtp-faults.txt has no last line for everything");
  }

  private static List<Row> read() {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                FaultTable.class.getResourceAsStream("smtp-faults.txt"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.trim().isEmpty() && !line.startsWith("#")) {
          rows.add(new Row(line));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException("smtp-faults.txt cannot be read", e);
    }
  }

  /** One line of the table. */
  private static final class Row {
    private static final Pattern COLUMN = Pattern.compile("\\s+\\|\\s+");
    private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    private final String code;
    private final String status;
    private final Pattern words;
    private final Kind owner;
    private final String effect;

    Row(String line) {
      String[] columns = COLUMN.split(line.trim());
      if (columns.length != 6) {
        throw new IllegalStateException("not six columns in smtp-faults.txt: " + line);
      }
      for (Stage stage : Stage.values()) {
        if (columns[0].equals("*") || (',' + columns[0] + ',').contains(',' + stage.name() + ',')) {
          stages.add(stage);
        }
      }
      code = columns[1].equals("*") ? "" : columns[1];
      status = columns[2];
      words = columns[3].equals("*") ? null : Pattern.compile(columns[3], Pattern.CASE_INSENSITIVE);
      owner = Kind.valueOf(columns[4]);
      effect = columns[5];
    }

    boolean fits(Stage stage, SmtpReply reply) {
      return stages.contains(stage)
          && Integer.toString(reply.code).startsWith(code)
          && (status.equals("*") || (reply.status + '.').startsWith(status + '.'))
          && (words == null || words.matcher(reply.text).find());
    }

    SendOutcome outcome(SmtpReply reply, String reason) {
      if (effect.equals("stop")) {
        return owner == Kind.SERVER
            ? SendOutcome.unreachable(reason)
            : SendOutcome.of(owner, reason);
      }
      if (!reply.isLasting() || owner == Kind.SERVER) {
        return SendOutcome.passing(owner, reason);
      }
      return effect.equals("gone")
          ? SendOutcome.addressGone(reason)
          : SendOutcome.of(owner, reason);
    }
  }
}
