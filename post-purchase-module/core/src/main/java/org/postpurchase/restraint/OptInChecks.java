package org.postpurchase.restraint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.consent.CheckoutAnswer;
import org.postpurchase.consent.ConfirmTicks;
import org.postpurchase.consent.Consents;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/**
 * Double opt-in: a tick in the checkout counts once somebody who can read the mailbox has pressed
 * the button behind the link in one mail without advertising. Opening the link changes nothing, and
 * a used one says that it is confirmed.
 */
public final class OptInChecks implements ConfirmTicks {
  /** Path of the page on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/confirm/";

  private static final Duration ONCE_IN = Duration.ofDays(30);

  private final OptInStore store;
  private final OptInMessages mails;
  private final Supplier<Consents> consents;
  private final Links links;
  private final Transactions transactions;
  private final Clock clock;

  /** How the shop's links are made. */
  public static final class Links {
    private final Supplier<Shop> shop;
    private final LinkSigner signer;

    public Links(Supplier<Shop> shop, LinkSigner signer) {
      this.shop = shop;
      this.signer = signer;
    }

    String of(long id) {
      return shop.get().url + PATH + signer.token(LinkPurpose.CONFIRM, id);
    }

    long read(String token) {
      return signer.read(LinkPurpose.CONFIRM, token);
    }
  }

  public OptInChecks(
      OptInStore store,
      OptInMessages mails,
      Supplier<Consents> consents,
      Links links,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.mails = mails;
    this.consents = consents;
    this.links = links;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public boolean isRequired() {
    return store.isRequired();
  }

  @Override
  public void ask(List<CheckoutAnswer> ticks, Map<Long, String> contacts, Instant now) {
    Set<String> asked = new HashSet<>();
    List<OptInCheck.Tick> wanted = new ArrayList<>();
    Set<String> mailboxes = new HashSet<>();
    ticks.forEach(tick -> mailboxes.add(EmailAddress.keyOf(contacts.get(tick.orderId))));
    if (mailboxes.isEmpty()) {
      return;
    }
    asked.addAll(store.askedSince(mailboxes, now.minus(ONCE_IN)));
    for (CheckoutAnswer tick : ticks) {
      String mailbox = EmailAddress.keyOf(contacts.get(tick.orderId));
      if (asked.add(mailbox)) {
        wanted.add(
            new OptInCheck.Tick(
                mailbox, tick.orderId, tick.textShown, tick.localeCode, tick.answeredAt));
      }
    }
    if (!wanted.isEmpty()) {
      mails.queue(store.add(wanted, now), now);
    }
  }

  /**
   * The check behind a link; empty when it is not kept any more.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public Optional<OptInCheck> read(String token) {
    long id = links.read(token);
    return transactions.call(() -> store.find(id));
  }

  /**
   * The button behind the link was pressed. Returns whether advertising may be sent now: what the
   * shop itself has suppressed stays so.
   *
   * @param from where the request came from, as an IP address; its last part is not kept
   */
  public boolean confirm(OptInCheck check, String from) {
    return transactions.call(
        () -> {
          store.confirm(check.id, clock.instant(), network(from));
          return consents.get().confirmedByMail(check.contact, check.textShown, check.localeCode);
        });
  }

  /** All checks of one mailbox, for whoever must prove them. */
  public List<OptInCheck> of(String contact) {
    return transactions.call(() -> store.of(EmailAddress.keyOf(contact)));
  }

  /** Whether ticks have to be confirmed; for the merchant's screen. */
  public boolean isSwitchedOn() {
    return transactions.call(store::isRequired);
  }

  /** Whether orders with an objection offered are a basis; for the merchant's screen. */
  public boolean isSoft() {
    return transactions.call(store::isSoft);
  }

  /** Joins the caller's transaction. */
  public void useSoft(boolean used) {
    store.useSoft(used, clock.instant());
  }

  /** Joins the caller's transaction. */
  public void switchTo(boolean required) {
    store.require(required, clock.instant());
  }

  /** An address without its last part: three groups of IPv6, three numbers of IPv4. */
  static String network(String address) {
    if (address == null || address.length() > 45) {
      return "";
    }
    if (address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      return address.substring(0, address.lastIndexOf('.')) + ".0";
    }
    if (!address.matches("[0-9a-fA-F:.]+")) {
      return "";
    }
    String[] groups = address.split(":", -1);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < 3 && i < groups.length && !groups[i].isEmpty(); i++) {
      kept.append(groups[i]).append(':');
    }
    return kept.append(':').toString();
  }
}
