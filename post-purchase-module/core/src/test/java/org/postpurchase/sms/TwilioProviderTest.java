package org.postpurchase.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.feedback.CallbackRequest;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.shared.json.JsonModule;

/** Against a local server that answers as the provider does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwilioProviderTest {
  private static final String TOKEN = "12345";
  private static final String PUBLIC = "https://shop.example";
  private LocalProvider server;
  private TwilioProvider provider;

  @BeforeEach
  void start() throws IOException {
    server = new LocalProvider();
    provider = provider(server.url(), 20_000);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static TwilioProvider provider(String url, int patienceMillis) {
    SmsSettings settings = SmsSettings.of("AC1", TOKEN, "+4915199", "", url, PUBLIC + "/");
    return new TwilioProvider(settings, JsonModule.reader(), new SmsHttp(20_000, patienceMillis));
  }

  private SmsResult send() {
    return provider.send("+4915112345678", "Gr\u00fc\u00dfe & mehr", PUBLIC + "/cb?ref=1");
  }

  @Test
  void what_is_taken_is_named_and_counted() {
    SmsResult result = send();

    assertThat(result.outcome.kind).isEqualTo(SendOutcome.Kind.ACCEPTED);
    assertThat(result.providerId).isEqualTo("SM1");
    assertThat(result.segments).isEqualTo(1);
    assertThat(server.taken.get(0))
        .containsEntry("To", "+4915112345678")
        .containsEntry("From", "+4915199")
        .containsEntry("Body", "Gr\u00fc\u00dfe & mehr")
        .containsEntry("StatusCallback", PUBLIC + "/cb?ref=1");
    assertThat(server.authorizations.get(0)).startsWith("Basic ");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21610, RECIPIENT, false",
    "400, 21211, RECIPIENT, false",
    "400, 21614, RECIPIENT, false",
    "400, 21617, CONTENT, false",
    "401, 20003, SENDER, true",
    "400, 21606, SENDER, true",
    "400, 21408, SENDER, true",
    "429, 20429, SERVER, true",
    "503, 20503, SERVER, true",
    "500, 20500, UNCLEAR, false",
    "502, 0, UNCLEAR, false"
  })
  void whose_fault_a_refusal_is(int status, String code, SendOutcome.Kind kind, boolean stops) {
    server.refuses(status, code);

    SmsResult result = send();

    assertThat(result.outcome.kind).isEqualTo(kind);
    assertThat(result.outcome.stopsChannel).isEqualTo(stops);
    assertThat(result.outcome.reason).contains(status + "");
    assertThat(result.optedOut).isEqualTo(code.equals("21610"));
    assertThat(result.outcome.addressGone).isEqualTo(code.equals("21211") || code.equals("21614"));
    assertThat(result.outcome.maybeThisMail).isEqualTo(code.equals("21408"));
  }

  @Test
  void a_page_instead_of_json_is_no_yes() {
    server.body = "<html>proxy</html>";
    assertThat(send().outcome.kind).isEqualTo(SendOutcome.Kind.UNCLEAR);
    server.status = 401;
    assertThat(send().outcome.kind).isEqualTo(SendOutcome.Kind.SENDER);
  }

  @Test
  void a_provider_that_does_not_answer_in_time_may_have_it_and_is_asked_once() {
    server.slow = true;
    provider = provider(server.url(), 2_000);
    assertThat(send().outcome.kind).isEqualTo(SendOutcome.Kind.UNCLEAR);
    assertThat(server.taken).hasSize(1);
  }

  @Test
  void a_provider_that_is_not_there_has_nothing() {
    String url = server.url();
    server.close();
    SmsResult result = provider(url, 20_000).send("+4915112345678", "x", PUBLIC);
    assertThat(result.outcome.kind).isEqualTo(SendOutcome.Kind.SERVER);
    assertThat(result.outcome.stopsChannel).isTrue();
    assertThat(result.outcome.reason).doesNotContain(TOKEN);
  }

  /** The example of the provider's documentation. */
  @Test
  void the_documented_signature_fits() {
    Map<String, String> form =
        Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");
    TwilioSignature signature = new TwilioSignature(TOKEN, "https://mycompany.com");
    assertThat(
            signature.fits(
                new CallbackRequest(
                    "/myapp.php?foo=1&bar=2",
                    Map.of("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
                    form,
                    new byte[0])))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example:443/a/b?ref=1&x=2, true",
    "https://shop.example/a/b?ref=1&x=2, true",
    "http://shop.example/a/b?ref=1&x=2, false",
    "https://evil.example/a/b?ref=1&x=2, false",
    "https://shop.example/a/b?ref=2&x=2, false"
  })
  void a_signature_is_of_the_public_address_whatever_a_proxy_made_of_it(String url, boolean good) {
    Map<String, String> form = Map.of("MessageSid", "SM1", "MessageStatus", "sent");
    TreeForm sorted = new TreeForm(form);
    String value = new TwilioSignature(TOKEN, PUBLIC).of(url, sorted.map);
    for (String target : List.of("/a/b?ref=1&x=2", "/a/b?x=2&ref=1")) {
      assertThat(
              provider.isGenuine(
                  new CallbackRequest(
                      target, Map.of("x-twilio-signature", value), form, new byte[0])))
          .as(target)
          .isEqualTo(good);
    }
  }

  @Test
  void a_changed_field_or_another_token_is_forged() {
    Map<String, String> form = Map.of("MessageSid", "SM1", "MessageStatus", "sent");
    String good = new TwilioSignature(TOKEN, PUBLIC).of(PUBLIC + "/a", new TreeForm(form).map);
    String other = new TwilioSignature("x", PUBLIC).of(PUBLIC + "/a", new TreeForm(form).map);
    assertThat(genuine(good, form)).isTrue();
    assertThat(genuine(good, Map.of("MessageSid", "SM2", "MessageStatus", "sent"))).isFalse();
    assertThat(genuine(other, form)).isFalse();
    assertThat(genuine("", form)).isFalse();
  }

  private boolean genuine(String signature, Map<String, String> form) {
    return provider.isGenuine(
        new CallbackRequest("/a", Map.of("X-Twilio-Signature", signature), form, new byte[0]));
  }

  @Test
  void reports_and_messages_are_told_apart() {
    CallbackRequest report =
        new CallbackRequest(
            "/cb?ref=%3Ca%40shop%3E",
            Map.of(),
            Map.of(
                "MessageSid", "SM1",
                "MessageStatus", "undelivered",
                "ErrorCode", "30004",
                "To", "+49151",
                "Price", "-0.075",
                "PriceUnit", "eur"),
            new byte[0]);
    SmsReport read = provider.report(report).get();
    assertThat(read.reference).isEqualTo("<a@shop>");
    assertThat(read.meaning).isEqualTo(SmsReport.Meaning.OPTED_OUT);
    assertThat(read.price).isEqualByComparingTo("0.075");
    assertThat(read.currency).isEqualTo("EUR");
    assertThat(provider.inbound(report)).isEmpty();

    CallbackRequest message =
        new CallbackRequest(
            "/in",
            Map.of(),
            Map.of("MessageSid", "SM2", "SmsStatus", "received", "From", "+49151", "Body", "STOP"),
            new byte[0]);
    assertThat(provider.inbound(message).get().text).isEqualTo("STOP");
    assertThat(provider.report(message)).isEmpty();
  }

  private static final class TreeForm {
    final java.util.TreeMap<String, String> map;

    TreeForm(Map<String, String> form) {
      map = new java.util.TreeMap<>(form);
    }
  }
}
