package org.postpurchase.feedback;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.JsonValue;

/** Postmark's webhooks, which show a password instead of a signature. */
public final class PostmarkEvents implements MailEvents {
  private static final Set<String> GONE =
      new HashSet<>(Arrays.asList("HardBounce", "BadEmailAddress"));
  private static final Set<String> COMPLAINTS =
      new HashSet<>(Arrays.asList("SpamComplaint", "SpamNotification"));
  private static final Set<String> SENDERS =
      new HashSet<>(Arrays.asList("Blocked", "DMARCPolicy", "SMTPApiError", "InboundError"));

  private final SharedSecret secret;
  private final JsonReader json;

  /**
   * @param secret the password in the address that Postmark calls, or the value of a header
   */
  public PostmarkEvents(String secret, JsonReader json) {
    this.secret = new SharedSecret(secret);
    this.json = json;
  }

  @Override
  public String provider() {
    return "postmark";
  }

  @Override
  public boolean isGenuine(CallbackRequest request) {
    return secret.isShown(request);
  }

  @Override
  public List<ProviderEvent> read(CallbackRequest request) {
    JsonValue said = JsonValue.of(json.read(request.text()));
    String record = said.get("RecordType").text();
    String id = said.get("ID").text();
    String message = said.get("MessageID").text();
    switch (record) {
      case "Delivery":
        return one(
            "delivery:" + message + ':' + said.get("Recipient").text(),
            ProviderEvent.Kind.DELIVERED,
            said.get("Recipient").text(),
            said.get("Details").text());
      case "SpamComplaint":
        return one(
            "bounce:" + id,
            ProviderEvent.Kind.COMPLAINT,
            said.get("Email").text(),
            said.get("Type").text());
      case "Bounce":
        String type = said.get("Type").text();
        return one(
            "bounce:" + id,
            kind(type, said.get("Details").text()),
            said.get("Email").text(),
            (type + " " + said.get("Details").text()).trim());
      default:
        return Collections.emptyList();
    }
  }

  private static ProviderEvent.Kind kind(String type, String details) {
    if (COMPLAINTS.contains(type)) {
      return ProviderEvent.Kind.COMPLAINT;
    }
    if (SENDERS.contains(type)) {
      return ProviderEvent.Kind.SENDER_FAULT;
    }
    return GONE.contains(type) ? BounceClass.of("", details, true) : ProviderEvent.Kind.SOFT_BOUNCE;
  }

  private List<ProviderEvent> one(
      String key, ProviderEvent.Kind kind, String address, String detail) {
    return Collections.singletonList(
        new ProviderEvent(provider(), key, kind, address, detail, null));
  }
}
