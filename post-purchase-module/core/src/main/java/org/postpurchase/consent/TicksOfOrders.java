package org.postpurchase.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postpurchase.shared.EmailAddress;

/**
 * Turns the boxes that were ticked in checkouts into records once the orders are placed. A tick for
 * a mailbox that is suppressed does not count, and where ticks have to be confirmed, neither does
 * one for a mailbox that has not said yes before: it is asked.
 */
final class TicksOfOrders {
  private final ConsentStore store;
  private final String suffix;

  TicksOfOrders(ConsentStore store, String suffix) {
    this.store = store;
    this.suffix = suffix;
  }

  /**
   * Joins the caller's transaction.
   *
   * @param answers of those orders
   * @param contacts the buyer's mailbox, by order id
   */
  void count(
      List<CheckoutAnswer> answers,
      Map<Long, String> contacts,
      ConfirmTicks ticks,
      Function<Collection<String>, Map<String, Standing>> standings,
      Instant now) {
    List<CheckoutAnswer> granted =
        answers.stream()
            .filter(answer -> answer.question == CheckoutAnswer.Question.CONSENT && answer.granted)
            .sorted(Comparator.comparingLong(answer -> answer.orderId))
            .collect(Collectors.toList());
    if (granted.isEmpty()) {
      return;
    }
    Set<String> buyers = new TreeSet<>();
    granted.forEach(answer -> buyers.add(contacts.get(answer.orderId)));
    Set<String> held =
        store.holding(buyers).stream().map(s -> s.contact).collect(Collectors.toSet());
    Set<String> unproven = Collections.emptySet();
    if (ticks.isRequired()) {
      unproven = new TreeSet<>(buyers);
      Map<String, Standing> known = standings.apply(buyers);
      unproven.removeIf(
          contact ->
              held.contains(EmailAddress.keyOf(contact))
                  || known.get(contact).permission == ContactPermission.ALLOWED);
    }
    List<ConsentRecord> records = new ArrayList<>();
    List<CheckoutAnswer> open = new ArrayList<>();
    for (CheckoutAnswer answer : granted) {
      String contact = contacts.get(answer.orderId);
      boolean asks = unproven.contains(contact);
      boolean counts = !asks && !held.contains(EmailAddress.keyOf(contact));
      records.add(record(answer, contact, counts ? Consents.CONSENT : Consents.UNCONFIRMED));
      if (asks) {
        open.add(answer);
      }
    }
    store.recordAll(records);
    if (!open.isEmpty()) {
      ticks.ask(open, contacts, now);
    }
  }

  private ConsentRecord record(CheckoutAnswer answer, String contact, String basis) {
    return new ConsentRecord(
        "order:" + answer.orderId + suffix,
        contact,
        ConsentDecision.GRANTED,
        basis,
        ConsentSource.CHECKOUT,
        new ConsentRecord.Shown(answer.textShown, answer.localeCode),
        answer.orderId,
        answer.answeredAt);
  }
}
