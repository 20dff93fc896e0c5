package org.postpurchase.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.postpurchase.shared.EmailAddress;

/**
 * Mails that came back, as a mail server's pipe hands them on: notices of delivery (RFC 3464) and
 * complaints (RFC 5965). Since anybody can write such a mail, only what is about a mail that the
 * shop has sent to that very address is acted on; everything else is counted as OTHER.
 */
public final class ReturnedMails implements MailEvents {
  private final SharedSecret secret;
  private final SentMails sent;

  /**
   * @param secret what the pipe shows in the header {@code X-Webhook-Secret}
   */
  public ReturnedMails(String secret, SentMails sent) {
    this.secret = new SharedSecret(secret);
    this.sent = sent;
  }

  @Override
  public String provider() {
    return "dsn";
  }

  @Override
  public boolean isGenuine(CallbackRequest request) {
    return secret.isShown(request);
  }

  @Override
  public List<ProviderEvent> read(CallbackRequest request) {
    MimeText mail = MimeText.of(request.text());
    String report = mail.parameter("Content-Type", "report-type").toLowerCase(Locale.ROOT);
    List<MimeText> parts = mail.parts();
    String messageId = messageId(parts);
    if (report.equals("feedback-report")) {
      return complaint(parts, messageId);
    }
    List<ProviderEvent> events = new ArrayList<>();
    for (MimeText part : parts) {
      if (part.isType("message/delivery-status") || part.isType("message/global-delivery-status")) {
        for (MimeText about : part.groups()) {
          bounce(about, messageId, events);
        }
      }
    }
    return events;
  }

  private void bounce(MimeText about, String messageId, List<ProviderEvent> events) {
    String address = address(about.header("Final-Recipient"));
    if (address.isEmpty()) {
      address = address(about.header("Original-Recipient"));
    }
    String action = about.header("Action").toLowerCase(Locale.ROOT);
    if (address.isEmpty() || action.isEmpty()) {
      return; // the group about the whole mail
    }
    String status = about.header("Status");
    String words = about.header("Diagnostic-Code");
    ProviderEvent.Kind kind =
        action.startsWith("failed")
            ? BounceClass.of(status, words, true)
            : action.startsWith("delivered") || action.startsWith("relayed")
                ? ProviderEvent.Kind.DELIVERED
                : ProviderEvent.Kind.SOFT_BOUNCE;
    events.add(event(address, messageId, action, kind, (status + " " + words).trim()));
  }

  private List<ProviderEvent> complaint(List<MimeText> parts, String messageId) {
    for (MimeText part : parts) {
      if (part.isType("message/feedback-report")) {
        MimeText about = part.groups().isEmpty() ? part : part.groups().get(0);
        String address = address(about.header("Original-Rcpt-To"));
        String type = about.header("Feedback-Type").toLowerCase(Locale.ROOT);
        if (!address.isEmpty() && type.startsWith("abuse")) {
          return Collections.singletonList(
              event(address, messageId, type, ProviderEvent.Kind.COMPLAINT, "complaint " + type));
        }
      }
    }
    return Collections.emptyList();
  }

  private ProviderEvent event(
      String address, String messageId, String what, ProviderEvent.Kind kind, String detail) {
    boolean ours = !messageId.isEmpty() && sent.wasSent(EmailAddress.keyOf(address), messageId);
    return new ProviderEvent(
        provider(),
        messageId + ' ' + address + ' ' + what,
        ours ? kind : ProviderEvent.Kind.OTHER,
        address,
        ours ? detail : "not about a mail of this shop: " + detail,
        null);
  }

  /** Of the mail that came back, in whole or its headers alone. */
  private static String messageId(List<MimeText> parts) {
    for (MimeText part : parts) {
      if (part.isType("message/rfc822") || part.isType("text/rfc822-headers")) {
        return MimeText.of(part.body).header("Message-ID").trim();
      }
    }
    return "";
  }

  /** Such as {@code rfc822; anna@example.org}. */
  private static String address(String field) {
    String address = field.substring(field.indexOf(';') + 1).trim();
    return address.replaceAll("^<|>$", "").trim();
  }
}
