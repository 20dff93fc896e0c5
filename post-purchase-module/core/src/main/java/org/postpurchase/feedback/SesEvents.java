package org.postpurchase.feedback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.JsonValue;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Amazon SES by way of SNS, which signs each notification with a certificate of its own. That
 * proves that Amazon sent it and not for whom: anybody may have a topic, so the secret in the
 * address is what tells ours from others. To confirm a subscription an address has to be opened;
 * that is left to the staff, who see it.
 */
public final class SesEvents implements MailEvents {
  private static final String[] NOTIFICATION = {
    "Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"
  };
  private static final String[] CONFIRMATION = {
    "Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"
  };

  private final Certificates certificates;
  private final JsonReader json;

  /** Where the keys are that sign. */
  public interface Certificates {
    /**
     * @param url an address that {@link SnsCertificates#isAmazons} has let pass
     * @return empty when there is no valid certificate
     */
    Optional<PublicKey> at(String url);
  }

  public SesEvents(Certificates certificates, JsonReader json) {
    this.certificates = certificates;
    this.json = json;
  }

  @Override
  public String provider() {
    return "ses";
  }

  @Override
  public boolean isGenuine(CallbackRequest request) {
    JsonValue said;
    try {
      said = JsonValue.of(json.read(request.text()));
    } catch (PostPurchaseException noJson) {
      return false;
    }
    String url = said.get("SigningCertURL").text();
    if (!SnsCertificates.isAmazons(url)) {
      return false;
    }
    String version = said.get("SignatureVersion").text();
    String algorithm = version.equals("2") ? "SHA256withRSA" : "SHA1withRSA";
    Optional<PublicKey> key = certificates.at(url);
    if (!key.isPresent()) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(key.get());
      signature.update(signed(said).getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(said.get("Signature").text()));
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return false;
    }
  }

  static String signed(JsonValue said) {
    boolean notification = said.get("Type").text().equals("Notification");
    StringBuilder text = new StringBuilder();
    for (String field : notification ? NOTIFICATION : CONFIRMATION) {
      if (said.get(field).isPresent()) {
        text.append(field).append('\n').append(said.get(field).text()).append('\n');
      }
    }
    return text.toString();
  }

  @Override
  public List<ProviderEvent> read(CallbackRequest request) {
    JsonValue said = JsonValue.of(json.read(request.text()));
    if (said.get("Type").text().equals("SubscriptionConfirmation")) {
      return Collections.singletonList(
          new ProviderEvent(
              provider(),
              "confirm:" + said.get("MessageId").text(),
              ProviderEvent.Kind.CONFIRMATION,
              "",
              said.get("SubscribeURL").text(),
              null));
    }
    JsonValue message = JsonValue.of(json.read(said.get("Message").text()));
    String type = message.get("notificationType").text() + message.get("eventType").text();
    String mail = message.get("mail").get("messageId").text();
    List<ProviderEvent> events = new ArrayList<>();
    if (type.equals("Bounce")) {
      bounces(message.get("bounce"), events);
    } else if (type.equals("Complaint")) {
      JsonValue complaint = message.get("complaint");
      for (JsonValue who : complaint.get("complainedRecipients").all()) {
        String address = who.get("emailAddress").text();
        String kind = "complaint " + complaint.get("complaintFeedbackType").text();
        add(events, complaint, address, ProviderEvent.Kind.COMPLAINT, kind.trim());
      }
    } else if (type.equals("Delivery")) {
      for (JsonValue address : message.get("delivery").get("recipients").all()) {
        events.add(
            new ProviderEvent(
                provider(),
                "delivery:" + mail + ':' + address.text(),
                ProviderEvent.Kind.DELIVERED,
                address.text(),
                message.get("delivery").get("smtpResponse").text(),
                null));
      }
    }
    return events;
  }

  private void bounces(JsonValue bounce, List<ProviderEvent> events) {
    boolean permanent = bounce.get("bounceType").text().equals("Permanent");
    for (JsonValue who : bounce.get("bouncedRecipients").all()) {
      String words = who.get("diagnosticCode").text();
      ProviderEvent.Kind kind = BounceClass.of(who.get("status").text(), words, permanent);
      boolean passing = !permanent && kind == ProviderEvent.Kind.HARD_BOUNCE;
      String detail =
          bounce.get("bounceType").text() + " " + who.get("status").text() + " " + words;
      add(
          events,
          bounce,
          who.get("emailAddress").text(),
          passing ? ProviderEvent.Kind.SOFT_BOUNCE : kind,
          detail.trim());
    }
  }

  private void add(
      List<ProviderEvent> events,
      JsonValue of,
      String address,
      ProviderEvent.Kind kind,
      String detail) {
    String key = of.get("feedbackId").text() + ':' + address;
    events.add(new ProviderEvent(provider(), key, kind, address, detail, null));
  }
}
