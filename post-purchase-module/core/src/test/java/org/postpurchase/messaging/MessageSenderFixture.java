package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.messaging.jdbc.MessagingJdbcModule;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Transactions;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessageSenderFixture {
  static final int ATTEMPTS_MAX = 3;
  static final int BEGUN_MOST = 5;

  CoreDatabase database;
  MessageStore store;
  SettableClock clock;
  ChannelBreaker breaker;
  Channel channel;
  List<String> bounced;
  String subject;
  boolean switchedOn;
  Function<Message, Map<String, Object>> model;
  Optional<String> objection;
  String unsubscribeUrl;
  int connections = 1;
  int batch = 20;

  @BeforeAll
  void open() {
    database = Databases.hsqldb();
    store = database.messages();
    breaker = MessagingJdbcModule.breaker(database.jdbc, database.dialect, "EMAIL");
  }

  @BeforeEach
  void start() {
    database.jdbc.update("delete from PP_MESSAGE");
    database.jdbc.update("delete from PP_CHANNEL_BREAKER");
    bounced = new ArrayList<>();
    clock = new SettableClock();
    channel = new Channel();
    subject = "Thanks for $key";
    switchedOn = true;
    objection = Optional.empty();
    unsubscribeUrl = "";
    model = message -> new HashMap<>(Map.of("key", message.content.key));
  }

  org.postpurchase.messaging.Channel outlet() {
    return channel;
  }

  MessageSender sender() {
    return sender(database.transactions);
  }

  MessageSender sender(Transactions transactions) {
    return new MessageSender(
        store,
        messages -> {
          Map<Long, String> all = new HashMap<>();
          objection.ifPresent(why -> messages.forEach(m -> all.put(m.id, why)));
          return all;
        },
        new ComposeMessage(
            new OneTemplate(),
            MessagingJdbcModule.templateVersions(database.jdbc, database.dialect, clock),
            (messages, localeOf) -> {
              Map<Long, MessageFacts> all = new HashMap<>();
              messages.forEach(
                  m -> all.put(m.id, new MessageFacts(model.apply(m), unsubscribeUrl)));
              return all;
            },
            VelocityModule.renderer()),
        () ->
            List.of(
                new MessageSender.Outlet(
                    outlet(),
                    breaker,
                    (recipient, reply, at) -> bounced.add(recipient + " " + reply))),
        new MessageSender.Delivery(
                new AttemptPolicy(
                    ATTEMPTS_MAX, Duration.ofSeconds(5), Duration.ofMinutes(5), new Random(1)),
                transactions,
                clock,
                "this node")
            .begunMost(BEGUN_MOST)
            .connections(connections)
            .batch(batch));
  }

  MessageTemplate template(String key, Locale locale) {
    return new MessageTemplate(
        key,
        locale.toLanguageTag(),
        1,
        true,
        Instant.EPOCH,
        new MessageTemplate.Texts(subject, "", "", "", ""),
        "<p>$key</p>",
        "$key");
  }

  /** The template of whatever key is asked for, as long as it is switched on. */
  private final class OneTemplate implements TemplateReader {
    @Override
    public Optional<MessageTemplate> findActive(String key, Locale locale) {
      return switchedOn ? Optional.of(template(key, locale)) : Optional.empty();
    }

    @Override
    public List<MessageTemplate> active(String key) {
      return findActive(key, Locale.ENGLISH).map(List::of).orElse(List.of());
    }
  }

  Message only() {
    List<Message> all = store.list(null, 2, 0);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  long queue(String key, Purpose purpose) {
    return store
        .queue(
            new NewMessage(
                key,
                "thank-you",
                purpose,
                1,
                "thank-you",
                "en",
                Recipient.mailbox("EMAIL", EmailAddress.of("ada@müller.de"))),
            clock.instant())
        .getAsLong();
  }

  /** The shop's mail server, which takes everything unless told otherwise. */
  static final class Channel implements org.postpurchase.messaging.Channel, ChannelConnection {
    final List<OutgoingMessage> mails = Collections.synchronizedList(new ArrayList<>());
    volatile Function<OutgoingMessage, SendOutcome> answer = mail -> SendOutcome.accepted();
    volatile boolean closed;

    @Override
    public String key() {
      return "EMAIL";
    }

    @Override
    public String label(Locale locale) {
      return "E-mail";
    }

    @Override
    public ContentKind content() {
      return ContentKind.MAIL;
    }

    @Override
    public Optional<Recipient> recipientOf(Addressee person) {
      return Optional.empty();
    }

    @Override
    public String handedOver(String address) {
      return EmailAddress.stored(address).ascii();
    }

    @Override
    public ChannelConnection connect() {
      return this;
    }

    @Override
    public SendOutcome send(OutgoingMessage mail) {
      mails.add(mail);
      return answer.apply(mail);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
