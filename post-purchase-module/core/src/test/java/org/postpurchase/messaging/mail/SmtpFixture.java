package org.postpurchase.messaging.mail;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.QuietLogs;

/** A channel and the server it talks to, new for each test. */
@Timeout(60)
abstract class SmtpFixture {
  static final String ID = "<11111111-2222-3333-4444-555555555555@shop.example>";

  final ScriptedMailServer server = new ScriptedMailServer();
  String from = "Tea & Söhne <hello@shop.example>";
  final SmtpConnection channel = new SmtpConnection(() -> server.settings(from));

  @BeforeAll
  static void quiet() {
    QuietLogs.forTests();
  }

  @AfterEach
  void close() {
    channel.close();
    server.close();
  }

  static OutgoingMessage mail(String recipient) {
    return mail(new RenderedMessage("Thanks", "<p>Hi</p>", "Hi", 1), recipient);
  }

  static OutgoingMessage mail(RenderedMessage content, String recipient) {
    return new OutgoingMessage(
        ID, recipient, content, Purpose.TRANSACTIONAL, Instant.parse("2026-03-02T10:00:00Z"), "");
  }
}
