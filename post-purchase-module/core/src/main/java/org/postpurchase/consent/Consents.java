package org.postpurchase.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.Transactions;

/**
 * What people allowed and what they did not.
 *
 * <p>Everything here may be repeated: the same happening is recorded once, and unsubscribing twice
 * leaves one record. A yes at checkout proves nothing about whose address was typed: while the
 * mailbox is suppressed it is kept as unconfirmed and changes nothing. Only a yes that comes with a
 * link sent to that mailbox ends an unsubscription, and nothing but the staff ends a suppression
 * that the staff made or one of everything.
 */
public final class Consents {
  /** Basis of a yes that counts. */
  public static final String CONSENT = "CONSENT";

  /** Basis of a yes that was given while the mailbox was suppressed, by whoever typed it. */
  public static final String UNCONFIRMED = "UNCONFIRMED";

  /** Basis of a yes that was given in a checkout and confirmed by the mailbox. */
  public static final String DOUBLE_OPT_IN = "DOUBLE_OPT_IN";

  /** Basis of advertising similar products to a buyer who was offered to object and did not. */
  public static final String SOFT_OPT_IN = "SOFT_OPT_IN";

  private final ConsentStore store;
  private final Transactions transactions;
  private final Clock clock;

  /** Part of the keys of records, so that one happening can be about two channels. */
  private final String suffix;

  public Consents(ConsentStore store, Transactions transactions, Clock clock) {
    this(store, transactions, clock, "");
  }

  private Consents(ConsentStore store, Transactions transactions, Clock clock, String suffix) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.suffix = suffix;
  }

  private volatile ConfirmTicks ticks = ConfirmTicks.NONE;

  /** Ticks may have to be confirmed; to be told before the first order. */
  public Consents with(ConfirmTicks newTicks) {
    ticks = newTicks;
    return this;
  }

  private volatile SoftOptIn softOptIn = SoftOptIn.NONE;

  /** Orders may be a basis too; to be told before the first order. */
  public Consents with(SoftOptIn newSoftOptIn) {
    softOptIn = newSoftOptIn;
    return this;
  }

  /** What people allowed by another channel than the shop's main one. */
  public Consents by(String consentKey) {
    ConsentStore other = store.by(consentKey);
    return other == store ? this : new Consents(other, transactions, clock, ":" + consentKey);
  }

  /**
   * Remembers what was ticked in a checkout; counts only when the order is placed. The last answer
   * before that stands.
   */
  public void answered(long orderId, boolean granted, String textShown, String localeCode) {
    transactions.run(
        () ->
            store.answer(
                new CheckoutAnswer(orderId, granted, textShown, localeCode, clock.instant())));
  }

  /**
   * Remembers that a checkout announced advertising for similar products and offered to object, and
   * whether somebody did; counts only when the order is placed. The last answer before that stands.
   */
  public void objectionShown(long orderId, boolean objected, String textShown, String localeCode) {
    CheckoutAnswer.Question question = CheckoutAnswer.Question.OBJECTION;
    transactions.run(
        () ->
            store.answer(
                new CheckoutAnswer(
                    orderId, question, !objected, textShown, localeCode, clock.instant())));
  }

  /**
   * The order was placed: a yes given on the way becomes a record of the moment when it was given,
   * however late this is. No answer records nothing; a later no stands, and so does a suppression:
   * the yes is unconfirmed then.
   */
  public void placed(long orderId, String contact) {
    placed(Collections.singletonMap(orderId, contact), Collections.emptyMap());
  }

  /**
   * A yes of whoever can read the mailbox: a press of the button behind a link that was sent there.
   * Ends an unsubscription; what the staff has suppressed, and a suppression of everything, stays,
   * and the yes is unconfirmed then. Returns whether advertising may be sent there now.
   */
  public boolean confirmed(String contact, String textShown, String localeCode) {
    return confirmed(contact, ConsentSource.LINK, textShown, localeCode);
  }

  /** The same for a tick in a checkout that the mailbox was asked about. */
  public boolean confirmedByMail(String contact, String textShown, String localeCode) {
    return confirmed(
        contact, ConsentSource.LINK, new ConsentRecord.Shown(textShown, localeCode), DOUBLE_OPT_IN);
  }

  /**
   * The same by another way that proves who says it.
   *
   * @param source LINK, or SMS_REPLY for a number's own answer
   */
  public boolean confirmed(
      String contact, ConsentSource source, String textShown, String localeCode) {
    return confirmed(contact, source, new ConsentRecord.Shown(textShown, localeCode), CONSENT);
  }

  private boolean confirmed(
      String contact, ConsentSource source, ConsentRecord.Shown shown, String basis) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          if (permission(contact) == ContactPermission.ALLOWED) {
            return true;
          }
          if (unsubscribedByThemselves(contact)) {
            store.lift(contact, Suppression.Scope.MARKETING, now);
          }
          store.record(
              new ConsentRecord(
                  "confirmed:" + contact + ":" + now.toEpochMilli() + suffix,
                  contact,
                  ConsentDecision.GRANTED,
                  store.holding(contact).isEmpty() ? basis : UNCONFIRMED,
                  source,
                  shown,
                  0,
                  now));
          return permission(contact) == ContactPermission.ALLOWED;
        });
  }

  /** What the shop's staff has suppressed stays so, whatever is ticked. */
  private boolean unsubscribedByThemselves(String contact) {
    return store.holding(contact).stream()
        .filter(s -> s.scope == Suppression.Scope.MARKETING)
        .anyMatch(s -> ConsentSource.isOwn(s.reason));
  }

  /** No more advertising to that address. Returns false when that was so already. */
  public boolean unsubscribe(
      String contact, ConsentSource source, String textShown, String localeCode) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          if (!store.suppress(contact, Suppression.Scope.MARKETING, source.name(), now)) {
            return false;
          }
          store.record(
              new ConsentRecord(
                  "withdrawn:" + source + ":" + contact + ":" + now.toEpochMilli() + suffix,
                  contact,
                  ConsentDecision.WITHDRAWN,
                  "",
                  source,
                  new ConsentRecord.Shown(textShown, localeCode),
                  0,
                  now));
          return true;
        });
  }

  /**
   * A channel has said for good that it does not reach the person: nothing is sent by it any more,
   * until somebody lifts it. Repeating changes nothing; the first reply stays.
   *
   * @param reply what the server said, kept as the reason
   */
  public void bounced(String contact, String reply, Instant at) {
    transactions.run(
        () ->
            store.suppress(
                contact, Suppression.Scope.ALL, Reasons.clip(reply, Suppression.REASON_MAX), at));
  }

  /**
   * {@link #placed} for many orders, in a number of statements that does not depend on how many,
   * and with the buyers' countries, without which no order is a basis by itself: where an objection
   * was offered and not made, the law of the country allows it and the shop uses it, a mailbox that
   * has said nothing so far may be sent advertising for similar products. Whoever objected gets no
   * more, whatever was said before.
   *
   * @param countries ISO 3166 by order id; orders without one may be left out
   */
  public void placed(Map<Long, String> contacts, Map<Long, String> countries) {
    if (contacts.isEmpty()) {
      return;
    }
    transactions.run(
        () -> {
          Instant now = clock.instant();
          List<CheckoutAnswer> answers = store.answersOf(contacts.keySet());
          new TicksOfOrders(store, suffix).count(answers, contacts, ticks, this::standings, now);
          new ObjectionsAtOrders(store, suffix)
              .count(answers, contacts, countries, softOptIn, this::standings);
        });
  }

  /** What may be sent to each of the mailboxes now, in two statements. */
  public Map<String, Standing> standings(Collection<String> contacts) {
    Map<String, Standing> standings = new HashMap<>();
    if (contacts.isEmpty()) {
      return standings;
    }
    return transactions.call(
        () -> {
          Map<String, List<Suppression>> held =
              store.holding(contacts).stream().collect(Collectors.groupingBy(s -> s.contact));
          Map<String, ConsentRecord> last = store.latest(contacts);
          for (String contact : contacts) {
            String mailbox = EmailAddress.keyOf(contact);
            standings.put(
                contact,
                Standing.of(
                    held.getOrDefault(mailbox, Collections.emptyList()),
                    Optional.ofNullable(last.get(mailbox))));
          }
          return standings;
        });
  }

  /** Whether advertising may be sent there now. */
  public ContactPermission permission(String contact) {
    return transactions.call(
        () -> Standing.permission(store.holding(contact), store.latest(contact)));
  }

  /** Which of the addresses somebody has suppressed, or their holders, in one statement. */
  public Set<String> suppressedAmong(Collection<String> contacts) {
    return transactions.call(
        () ->
            store.holding(contacts).stream()
                .map(s -> s.contact)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Whether nothing at all may be sent there, not even what belongs to an order. */
  public boolean isSilenced(String contact) {
    return silence(contact).isPresent();
  }

  /**
   * Why nothing at all may be sent there, such as the reply of a mail server; empty when it may.
   */
  public Optional<String> silence(String contact) {
    return transactions.call(() -> Standing.silence(store.holding(contact)));
  }

  /** The yes that advertising rests on now, if any. */
  public Optional<ConsentRecord> basis(String contact) {
    return Optional.ofNullable(bases(Collections.singleton(contact)).get(contact));
  }

  /** The same for many mailboxes, those without a yes left out; one statement. */
  public Map<String, ConsentRecord> bases(Collection<String> contacts) {
    return transactions.call(
        () -> {
          Map<String, ConsentRecord> last = store.latest(contacts);
          Map<String, ConsentRecord> bases = new HashMap<>();
          for (String contact : contacts) {
            ConsentRecord record = last.get(EmailAddress.keyOf(contact));
            if (record != null && record.decision == ConsentDecision.GRANTED) {
              bases.put(contact, record);
            }
          }
          return bases;
        });
  }
}
