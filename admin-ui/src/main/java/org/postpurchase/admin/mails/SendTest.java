package org.postpurchase.admin.mails;

import java.util.UUID;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.postpurchase.broadleaf.config.ChannelsOfShop;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;

/**
 * Hands a test mail to the shop's mail server at once, to the address of the user who asks: never
 * to anybody else. It is no message of the shop's: nothing is queued, counted or repeated.
 */
public final class SendTest {
  private final SecurityVerifier verifier;
  private final Infrastructure base;
  private final ChannelsOfShop channels;

  public SendTest(SecurityVerifier verifier, Infrastructure base, ChannelsOfShop channels) {
    this.verifier = verifier;
    this.base = base;
    this.channels = channels;
  }

  /** What became of it. */
  static final class Sent {
    final boolean good;

    /** The address, or why it was not sent. */
    final String words;

    Sent(boolean good, String words) {
      this.good = good;
      this.words = words;
    }
  }

  /** Where tests go; empty for a user without an address. */
  public String address() {
    AdminUser user = verifier.getPersistentAdminUser();
    try {
      return user == null || user.getEmail() == null
          ? ""
          : EmailAddress.of(user.getEmail()).toString();
    } catch (InvalidEmailAddressException none) {
      return "";
    }
  }

  /** Whether it was taken. */
  public boolean isSent(RenderedMessage mail) {
    return send(mail).good;
  }

  Sent send(RenderedMessage mail) {
    String to = address();
    if (to.isEmpty()) {
      return new Sent(false, "");
    }
    String host = to.substring(to.indexOf('@') + 1);
    OutgoingMessage message =
        new OutgoingMessage(
            "<test." + UUID.randomUUID() + "@" + host + ">",
            to,
            mail,
            Purpose.TRANSACTIONAL,
            base.clock.instant(),
            "");
    try (ChannelConnection connection = channels.getChannels().main().connect()) {
      SendOutcome outcome = connection.send(message);
      boolean good = outcome.kind == SendOutcome.Kind.ACCEPTED;
      base.transactions.run(
          () ->
              base.audit.done(
                  verifier.getPersistentAdminUser().getLogin(),
                  "send test mail",
                  "own address",
                  outcome.kind.name()));
      return new Sent(good, good ? to : outcome.reason);
    } catch (PostPurchaseException wrongSetting) {
      return new Sent(false, wrongSetting.getMessage());
    }
  }
}
