package org.postpurchase.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.shared.Purpose;

/** What a mail looks like on the wire, and that nothing in it can become a command or header. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpContentTest extends SmtpFixture {
  private static final long SEED = 20_260_302;

  @Test
  void an_accepted_mail_arrives_with_everything_it_was_given() throws Exception {
    String html = "<p>Grüße 🧀 " + "lang ".repeat(400) + "</p>\n.\n..dot";
    RenderedMessage content =
        new RenderedMessage(
            "Danke für Ihre Bestellung 🎉 " + "x".repeat(90), html, "Grüße\n.\nEnde", 1);

    assertThat(channel.send(mail(content, "info@example.com")).kind).isEqualTo(Kind.ACCEPTED);

    MimeMessage mail = received(0);
    assertThat(mail.getHeader("Message-ID")).containsExactly(ID);
    assertThat(mail.getSubject()).isEqualTo(content.subject);
    assertThat(mail.getHeader("Subject")[0]).matches("\\p{ASCII}+");
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("info@example.com"));
    assertThat(mail.getSentDate().toInstant()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getCount()).isEqualTo(2);
    assertPart(parts.getBodyPart(0), "text/plain", content.text);
    assertPart(parts.getBodyPart(1), "text/html", html);
    assertThat(server.mails.get(0).split("\r\n", -1)).allMatch(line -> line.length() <= 998);
    assertThat(server.commands).contains("MAIL FROM:<hello@shop.example>");
  }

  @Test
  void the_senders_name_is_readable_in_any_language() throws Exception {
    channel.send(mail("ada@example.com"));

    InternetAddress sender = (InternetAddress) received(0).getFrom()[0];
    assertThat(sender.getPersonal()).isEqualTo("Tea & Söhne");
    assertThat(sender.getAddress()).isEqualTo("hello@shop.example");
    assertThat(received(0).getHeader("From")[0]).matches("\\p{ASCII}+");
  }

  @Test
  void a_sender_without_a_name_is_possible() throws Exception {
    from = "hello@shop.example";

    assertThat(channel.send(mail("ada@example.com")).kind).isEqualTo(Kind.ACCEPTED);
    assertThat(received(0).getHeader("From")).containsExactly("hello@shop.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not an address", "Shop <>", "a@b@c", "x\r\nBcc: eve@example.com"})
  void a_sender_that_cannot_be_is_the_shops_problem_and_no_mails(String wrong) {
    from = wrong;

    SendOutcome outcome = channel.send(mail("ada@example.com"));

    assertThat(outcome.kind).isEqualTo(Kind.SENDER);
    assertThat(outcome.reason).contains("sender address");
    assertThat(server.mails).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com\r\nRCPT TO:<eve@example.com>",
        "ada@example.com\nDATA",
        "ada\u010d\u010aRCPT\u0120TO\u013a\u013ceve@example.com\u013e@example.com",
        "ada\u010d\u010aDATA@example.com",
        "Ada <ada@example.com>, eve@example.com",
        "@"
      })
  void a_recipient_can_never_slip_in_a_command(String recipient) {
    SendOutcome outcome = channel.send(mail(recipient));

    assertThat(outcome.kind).as(outcome.reason).isEqualTo(Kind.CONTENT);
    assertThat(server.commands).noneMatch(c -> c.startsWith("RCPT") || c.startsWith("DATA"));
  }

  @Test
  void a_domain_of_another_script_is_written_in_ascii() throws Exception {
    assertThat(channel.send(mail("info@müller\u010d\u010aquit.de")).kind).isEqualTo(Kind.ACCEPTED);

    assertThat(server.commands)
        .filteredOn(c -> c.startsWith("RCPT"))
        .allMatch(c -> c.matches("RCPT TO:<info@xn--[a-z0-9-]+\\.de>"));
    assertThat(server.commands).noneMatch(c -> c.startsWith("quit"));
  }

  @Test
  void a_line_break_in_the_subject_can_never_add_a_header() throws Exception {
    RenderedMessage content =
        new RenderedMessage("Hi\r\nBcc: eve@example.com\r\n\r\nbody", "<p>", "t", 1);

    channel.send(mail(content, "ada@example.com"));

    for (String mail : server.mails) {
      assertThat(mail).doesNotContainPattern("(?m)^Bcc:");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Company, Inc. <hello@shop.example> | Company, Inc.",
        "Tea (and more): \"best\" @ home; <hello@shop.example> | Tea (and more): \"best\" @ home;",
        "\"Quoted, already\" <hello@shop.example> | Quoted, already",
        "Bücher & Söhne, GmbH <hello@shop.example> | Bücher & Söhne, GmbH",
        "A < B <hello@shop.example> | A < B"
      })
  void a_senders_name_may_have_any_sign_in_it(String sender, String name) throws Exception {
    from = sender;

    assertThat(channel.send(mail("ada@example.com")).kind).isEqualTo(Kind.ACCEPTED);

    assertThat(received(0).getFrom()).hasSize(1);
    InternetAddress seen = (InternetAddress) received(0).getFrom()[0];
    assertThat(seen.getPersonal()).isEqualTo(name);
    assertThat(seen.getAddress()).isEqualTo("hello@shop.example");
  }

  @Test
  void a_sender_that_cannot_be_is_named_with_the_property_and_what_is_right() {
    assertThatThrownBy(
            () -> SmtpSettings.checkSender("postpurchase.mail.from", "Company, Inc. hello@shop"))
        .hasMessageContaining("postpurchase.mail.from is 'Company, Inc. hello@shop'")
        .hasMessageContaining("such as: Your Shop, Inc. <hello@your-shop.example>");
  }

  @Test
  void a_shop_of_another_script_has_its_host_in_ascii_in_the_headers() throws Exception {
    OutgoingMessage mail =
        new OutgoingMessage(
            ID,
            "ada@example.com",
            new RenderedMessage("Hi", "<p>", "t", 1),
            Purpose.MARKETING,
            Instant.parse("2026-03-02T10:00:00Z"),
            "https://bücher.example:8443/läden/u/a.b-c?d=é");

    channel.send(mail);

    assertThat(received(0).getHeader("List-Unsubscribe"))
        .containsExactly("<https://xn--bcher-kva.example:8443/l%C3%A4den/u/a.b-c?d=%C3%A9>");
    String raw = server.mails.get(0);
    assertThat(raw.substring(0, raw.indexOf("\r\n\r\n"))).matches("[\\x00-\\x7f]*");
  }

  @Test
  void every_subject_arrives_as_typed_in_lines_of_at_most_76_characters() throws Exception {
    Random random = new Random(SEED);
    List<String> subjects =
        new ArrayList<>(List.of("x".repeat(1200), "=?utf-8?Q?x?= a", "ü".repeat(900)));
    String[] pieces = {"a", "Ü", "🧀", " ", "=?", "?=", "word ", "日本", "x".repeat(80), "é"};
    for (int i = 0; i < 300; i++) {
      StringBuilder subject = new StringBuilder("S");
      for (int n = random.nextInt(60); n > 0; n--) {
        subject.append(pieces[random.nextInt(pieces.length)]);
      }
      subjects.add(subject.append("e").toString());
    }
    for (String subject : subjects) {
      String header = "Subject: " + SubjectHeader.of(subject);
      assertThat(header.split("\r\n")).as("seed " + SEED).allMatch(line -> line.length() <= 76);
      MimeMessage read =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream((header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
      assertThat(read.getSubject()).as("seed " + SEED).isEqualTo(subject);
    }
  }

  @Test
  void the_thread_keeps_its_class_loader() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    channel.send(mail("ada@example.com"));

    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  private MimeMessage received(int index) throws Exception {
    byte[] raw = server.mails.get(index).getBytes(StandardCharsets.ISO_8859_1);
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }

  private static void assertPart(BodyPart part, String type, String content) throws Exception {
    assertThat(part.getContentType()).startsWith(type).containsIgnoringCase("utf-8");
    assertThat(part.getContent().toString().replace("\r\n", "\n")).isEqualTo(content);
  }
}
