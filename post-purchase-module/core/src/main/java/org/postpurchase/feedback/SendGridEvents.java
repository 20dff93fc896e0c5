package org.postpurchase.feedback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.JsonValue;
import org.postpurchase.shared.PostPurchaseException;

/** SendGrid's event webhook, signed with a key on an elliptic curve. */
public final class SendGridEvents implements MailEvents {
  private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
  private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

  private final PublicKey key;
  private final JsonReader json;

  /**
   * @param key the verification key that SendGrid shows, in base64
   * @throws PostPurchaseException when it is none, naming the property
   */
  public SendGridEvents(String key, JsonReader json) {
    this.json = json;
    try {
      this.key =
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(key.trim())));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new PostPurchaseException(
          "The property postpurchase.feedback.sendgrid-key is not the verification key that"
              + " SendGrid shows beside its signed event webhook.",
          e);
    }
  }

  @Override
  public String provider() {
    return "sendgrid";
  }

  @Override
  public boolean isGenuine(CallbackRequest request) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initVerify(key);
      signature.update(request.header(TIMESTAMP).getBytes(StandardCharsets.UTF_8));
      signature.update(request.body());
      return signature.verify(Base64.getDecoder().decode(request.header(SIGNATURE).trim()));
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return false;
    }
  }

  @Override
  public List<ProviderEvent> read(CallbackRequest request) {
    List<ProviderEvent> events = new ArrayList<>();
    for (JsonValue each : JsonValue.of(json.read(request.text())).all()) {
      String what = each.get("event").text();
      String id = each.get("sg_event_id").text();
      ProviderEvent.Kind kind = kind(what, each);
      if (kind != null && !id.isEmpty()) {
        String detail = each.get("status").text() + " " + each.get("reason").text();
        events.add(
            new ProviderEvent(
                provider(),
                id,
                kind,
                each.get("email").text(),
                (what + " " + detail).trim(),
                null));
      }
    }
    return events;
  }

  /** Null for what is nothing to us, such as opens. */
  private static ProviderEvent.Kind kind(String what, JsonValue event) {
    String words = event.get("reason").text();
    switch (what) {
      case "delivered":
        return ProviderEvent.Kind.DELIVERED;
      case "bounce":
        boolean blocked = event.get("type").text().equals("blocked");
        ProviderEvent.Kind kind = BounceClass.of(event.get("status").text(), words, !blocked);
        return blocked && kind == ProviderEvent.Kind.HARD_BOUNCE
            ? ProviderEvent.Kind.SOFT_BOUNCE
            : kind;
      case "dropped":
        return words.startsWith("Bounced Address") || words.startsWith("Invalid")
            ? ProviderEvent.Kind.HARD_BOUNCE
            : words.startsWith("Spam Reporting")
                ? ProviderEvent.Kind.COMPLAINT
                : ProviderEvent.Kind.OTHER;
      case "deferred":
        return ProviderEvent.Kind.SOFT_BOUNCE;
      case "spamreport":
        return ProviderEvent.Kind.COMPLAINT;
      default:
        return null;
    }
  }
}
