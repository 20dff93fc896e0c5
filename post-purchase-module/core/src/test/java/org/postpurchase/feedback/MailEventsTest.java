package org.postpurchase.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.JsonValue;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.json.JsonModule;

/** Payloads in the shapes of the providers' public documentation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailEventsTest {
  private static final JsonReader JSON = JsonModule.reader();
  private static final String CERTIFICATE =
      "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a1b2c.pem";

  static String resource(String name) throws IOException {
    try (InputStream in = MailEventsTest.class.getResourceAsStream("/feedback/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static CallbackRequest request(String body, Map<String, String> headers) {
    return new CallbackRequest(
        "/post-purchase/callback/x/t", headers, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> kinds(List<ProviderEvent> events) {
    return events.stream().map(e -> e.kind + " " + e.address).collect(Collectors.toList());
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1, smtp; 550 no such user, true, HARD_BOUNCE",
    "'', smtp; 550 5.1.1 no such user, true, HARD_BOUNCE",
    "5.0.0, 550 5.1.10 recipient not found, true, HARD_BOUNCE",
    "5.2.2, mailbox full, true, SOFT_BOUNCE",
    "4.2.2, mailbox full, false, SOFT_BOUNCE",
    "5.7.1, 550 5.7.1 policy, true, SENDER_FAULT",
    "'', 550 5.7.515 access denied, true, SENDER_FAULT",
    "'', 550-5.7.26 unauthenticated, true, SENDER_FAULT",
    "4.7.0, 421 4.7.0 try later, false, SENDER_FAULT",
    "5.1.8, bad sender, true, SENDER_FAULT",
    "'', '', true, HARD_BOUNCE",
    "'', '', false, SOFT_BOUNCE",
    "'', 451 greylisted, true, SOFT_BOUNCE",
    "5.0.0, unknown, true, HARD_BOUNCE",
    "5.4.4, host not found, true, SOFT_BOUNCE"
  })
  void what_a_status_says_about_the_person(
      String status, String words, boolean permanent, ProviderEvent.Kind kind) {
    assertThat(BounceClass.of(status, words, permanent)).isEqualTo(kind);
  }

  private static KeyPair pair(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    } else {
      generator.initialize(2048);
    }
    return generator.generateKeyPair();
  }

  private static String sign(String algorithm, PrivateKey key, String text)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  @Test
  void ses_by_sns_with_its_signature() throws Exception {
    KeyPair keys = pair("RSA");
    SesEvents ses = new SesEvents(url -> Optional.of(keys.getPublic()), JSON);
    for (String name : List.of("ses-bounce", "ses-complaint", "ses-confirmation")) {
      String unsigned = resource(name + ".json");
      String text = SesEvents.signed(JsonValue.of(JSON.read(unsigned)));
      String good = unsigned.replace("SIGNATURE", sign("SHA1withRSA", keys.getPrivate(), text));
      assertThat(ses.isGenuine(request(good, Map.of()))).as(name).isTrue();
      assertThat(ses.isGenuine(request(good.replace("2026-03-02T10", "2026-03-02T11"), Map.of())))
          .as("changed " + name)
          .isFalse();
      String elsewhere = good.replace("sns.eu-west-1.amazonaws.com", "sns.eu-west-1.evil.example");
      assertThat(ses.isGenuine(request(elsewhere, Map.of()))).isFalse();
    }
    assertThat(ses.isGenuine(request("no json", Map.of()))).isFalse();
    assertThat(kinds(ses.read(request(resource("ses-bounce.json"), Map.of()))))
        .containsExactly("HARD_BOUNCE gone@example.org", "SENDER_FAULT strict@example.org");
    assertThat(kinds(ses.read(request(resource("ses-complaint.json"), Map.of()))))
        .containsExactly("COMPLAINT angry@example.org");
    List<ProviderEvent> asked = ses.read(request(resource("ses-confirmation.json"), Map.of()));
    assertThat(kinds(asked)).containsExactly("CONFIRMATION ");
    assertThat(asked.get(0).detail).startsWith("https://sns.eu-west-1.amazonaws.com/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem",
        "https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-1.pem",
        "https://evil.example/sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem",
        "https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-1.pem",
        "https://bucket.s3.amazonaws.com/SimpleNotificationService-1.pem",
        "https://sns.eu-west-1.amazonaws.com/../x/SimpleNotificationService-1.pem",
        "https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-1.pem",
        ""
      })
  void certificates_come_from_amazon_alone(String url) {
    assertThat(SnsCertificates.isAmazons(url)).isFalse();
    assertThat(SnsCertificates.isAmazons(CERTIFICATE)).isTrue();
  }

  @Test
  void sendgrid_with_its_signature() throws Exception {
    KeyPair keys = pair("EC");
    String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    SendGridEvents sendGrid = new SendGridEvents(key, JSON);
    String body = resource("sendgrid.json");
    String good = sign("SHA256withECDSA", keys.getPrivate(), "1772445600" + body);
    Map<String, String> headers =
        Map.of(
            "X-Twilio-Email-Event-Webhook-Signature",
            good,
            "X-Twilio-Email-Event-Webhook-Timestamp",
            "1772445600");
    assertThat(sendGrid.isGenuine(request(body, headers))).isTrue();
    assertThat(sendGrid.isGenuine(request(body + " ", headers))).isFalse();
    assertThat(sendGrid.isGenuine(request(body, Map.of()))).isFalse();
    assertThat(kinds(sendGrid.read(request(body, headers))))
        .containsExactly(
            "DELIVERED fine@example.org",
            "HARD_BOUNCE gone@example.org",
            "SENDER_FAULT strict@example.org",
            "SOFT_BOUNCE full@example.org",
            "COMPLAINT angry@example.org",
            "HARD_BOUNCE known@example.org");
    assertThatThrownBy(() -> new SendGridEvents("nonsense", JSON))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("postpurchase.feedback.sendgrid-key");
  }

  @Test
  void postmark_with_its_password() throws Exception {
    PostmarkEvents postmark = new PostmarkEvents("sixteen-characters", JSON);
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("hook:sixteen-characters".getBytes(StandardCharsets.UTF_8));
    assertThat(postmark.isGenuine(request("{}", Map.of("Authorization", basic)))).isTrue();
    assertThat(postmark.isGenuine(request("{}", Map.of("X-Webhook-Secret", "sixteen-characters"))))
        .isTrue();
    assertThat(postmark.isGenuine(request("{}", Map.of("X-Webhook-Secret", "sixteen")))).isFalse();
    assertThat(postmark.isGenuine(request("{}", Map.of()))).isFalse();
    assertThat(new PostmarkEvents("", JSON).isGenuine(request("{}", Map.of()))).isFalse();
    assertThat(kinds(postmark.read(request(resource("postmark-bounce.json"), Map.of()))))
        .containsExactly("HARD_BOUNCE gone@example.org");
    assertThat(
            kinds(
                postmark.read(
                    request(
                        resource("postmark-bounce.json").replace("HardBounce", "SoftBounce"),
                        Map.of()))))
        .containsExactly("SOFT_BOUNCE gone@example.org");
    assertThat(kinds(postmark.read(request(resource("postmark-complaint.json"), Map.of()))))
        .containsExactly("COMPLAINT angry@example.org");
  }

  @Test
  void a_returned_mail_counts_only_when_it_is_about_a_mail_of_ours() throws Exception {
    ReturnedMails ours =
        new ReturnedMails(
            "sixteen-characters",
            (contact, id) -> contact.equals("gone@example.org") && id.equals("<1@shop.example>"));
    assertThat(kinds(ours.read(request(resource("dsn.eml"), Map.of()))))
        .containsExactly("HARD_BOUNCE gone@example.org", "OTHER other@example.org");
    assertThat(
            kinds(ours.read(request(resource("dsn.eml").replace("<1@shop", "<2@shop"), Map.of()))))
        .containsExactly("OTHER gone@example.org", "OTHER other@example.org");
    assertThat(kinds(ours.read(request(resource("dsn.eml").replace("\n", "\r\n"), Map.of()))))
        .first()
        .isEqualTo("HARD_BOUNCE gone@example.org");
    assertThat(kinds(ours.read(request(resource("abuse.eml"), Map.of()))))
        .containsExactly("COMPLAINT gone@example.org");
    assertThat(ours.read(request("Subject: hello\n\nNo report at all", Map.of()))).isEmpty();
    assertThat(ours.read(request("", Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "[{}]", "{\"Message\":\"{}\"}", "null", "[1,\"x\",null]"})
  void shapes_that_nobody_expects_are_nothing(String body) throws Exception {
    String key = Base64.getEncoder().encodeToString(pair("EC").getPublic().getEncoded());
    for (MailEvents each : List.of(new SendGridEvents(key, JSON), new PostmarkEvents("x", JSON))) {
      assertThat(each.read(request(body, Map.of()))).isEmpty();
    }
  }
}
