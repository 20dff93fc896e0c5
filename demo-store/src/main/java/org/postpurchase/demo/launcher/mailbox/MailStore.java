package org.postpurchase.demo.launcher.mailbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The received mails, in table {@code DEMO_MAIL} of the shop's database.
 *
 * <p>Thread-safe. A mail whose {@code Message-ID} is already there is not stored again: storing
 * answers as usual, as a real mail store does after a repeated delivery. A mail is durable when
 * {@link #store} returns.
 */
public final class MailStore {
  private static final int MESSAGE_ID_LENGTH = 250;
  private static final int RECIPIENTS_LENGTH = 4000;
  private static final String INTEGRITY_VIOLATION = "23";

  private final DataSource database;
  private final Map<Long, StoredMail> parsed = new ConcurrentHashMap<>();
  private volatile Clock clock = Clock.systemUTC();
  private volatile boolean refusing;

  private MailStore(DataSource database) {
    this.database = database;
  }

  /**
   * Opens the mailbox.
   *
   * @param identity the database's words for a generated key
   * @param longText the database's type for long text
   * @param fresh whether to begin with an empty mailbox
   */
  public static MailStore open(DataSource database, String identity, String longText, boolean fresh)
      throws SQLException {
    if (fresh) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("drop table if exists DEMO_MAIL");
        statement.execute(
            "create table DEMO_MAIL (ID "
                + identity
                + " primary key, MESSAGE_ID varchar(250) not null unique,"
                + " RECIPIENTS varchar(4000) not null, RAW_BASE64 "
                + longText
                + " not null,"
                + " RECEIVED_AT_MILLIS bigint not null)");
      }
    }
    return new MailStore(database);
  }

  /** From here on mails carry this clock's time of arrival. */
  public void useClock(Clock shopClock) {
    clock = shopClock;
  }

  /** Plays an outage: as long as it lasts, the mail server sends every caller away (421). */
  public void refuse(boolean everything) {
    refusing = everything;
  }

  /** Whether an outage is played. */
  public boolean isRefusing() {
    return refusing;
  }

  /** Keeps a text message beside the mails. */
  public void receiveText(String id, String from, String to, String text) {
    String raw =
        "From: "
            + from
            + "\r\nTo: "
            + to
            + "\r\nSubject: SMS\r\nX-Sms-From: "
            + from
            + "\r\nMessage-ID: <"
            + id
            + "@sms.invalid>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
            + "Content-Transfer-Encoding: 8bit\r\n\r\n"
            + text;
    try {
      store(Arrays.asList(to), raw.getBytes(StandardCharsets.UTF_8));
    } catch (SQLException e) {
      throw new IllegalStateException("The mailbox cannot be written.", e);
    }
  }

  /** Keeps a mail; a repetition of the same Message-ID changes nothing. */
  void store(List<String> recipients, byte[] raw) throws SQLException {
    String messageId = MimeContent.of(raw).messageId;
    if (messageId.isEmpty()) {
      messageId = "<" + UUID.randomUUID() + "@mailbox.invalid>";
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into DEMO_MAIL (MESSAGE_ID, RECIPIENTS, RAW_BASE64, RECEIVED_AT_MILLIS) values (?, ?, ?, ?)")) {
      insert.setString(1, shortened(messageId, MESSAGE_ID_LENGTH));
      insert.setString(2, shortened(String.join(" ", recipients), RECIPIENTS_LENGTH));
      insert.setString(3, Base64.getEncoder().encodeToString(raw));
      insert.setLong(4, clock.millis());
      insert.executeUpdate();
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith(INTEGRITY_VIOLATION)) {
        throw e;
      }
    }
  }

  /** All mails, newest first. */
  public List<StoredMail> list() {
    List<StoredMail> mails = new ArrayList<>();
    for (Long id : ids()) {
      find(id).ifPresent(mails::add);
    }
    return mails;
  }

  /** One mail by its number. */
  public Optional<StoredMail> find(long id) {
    StoredMail known = parsed.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select RECIPIENTS, RAW_BASE64, RECEIVED_AT_MILLIS from DEMO_MAIL where ID = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        StoredMail mail =
            new StoredMail(
                id,
                Instant.ofEpochMilli(row.getLong(3)),
                Arrays.asList(row.getString(1).split(" ")),
                MimeContent.of(Base64.getDecoder().decode(row.getString(2))));
        parsed.put(id, mail);
        return Optional.of(mail);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The mailbox cannot be read.", e);
    }
  }

  private List<Long> ids() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select ID from DEMO_MAIL order by ID desc")) {
      List<Long> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("The mailbox cannot be read.", e);
    }
  }

  private static String shortened(String value, int length) {
    return value.length() <= length ? value : value.substring(0, length);
  }
}
