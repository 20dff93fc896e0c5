package org.postpurchase.messaging;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessageStoreFixture {
  static final Instant NOW = SettableClock.START;
  static final RenderedMessage RENDERED = new RenderedMessage("Thanks", "<p>", "Hi", 3);

  CoreDatabase database;
  MessageStore store;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    store = database.messages();
  }

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from PP_MESSAGE");
  }

  List<Message> claim(int limit) {
    return database.transactions.call(() -> store.claim("EMAIL", NOW, limit, "me", 60));
  }

  long queue(String key, Purpose purpose) {
    return store.queue(content(key, purpose), NOW).getAsLong();
  }

  static NewMessage content(String key, Purpose purpose) {
    return new NewMessage(
        key,
        "thank-you",
        purpose,
        1,
        "thank-you",
        "de-DE",
        Recipient.mailbox("EMAIL", EmailAddress.of("ada@example.com")));
  }
}
