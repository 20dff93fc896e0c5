package org.postpurchase.consent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What follows from an objection that was offered with an order. Not made, it is a basis for
 * whoever has said nothing so far; it lifts no suppression and takes back no withdrawal. Made, it
 * withdraws whatever advertising rested on, and counts before every order without one, whichever
 * was handled first.
 */
final class ObjectionsAtOrders {
  private final ConsentStore store;
  private final String suffix;

  ObjectionsAtOrders(ConsentStore store, String suffix) {
    this.store = store;
    this.suffix = suffix;
  }

  /**
   * Joins the caller's transaction.
   *
   * @param answers of those orders
   * @param contacts the buyer's mailbox, by order id
   * @param countries of the buyers, by order id
   */
  void count(
      List<CheckoutAnswer> answers,
      Map<Long, String> contacts,
      Map<Long, String> countries,
      SoftOptIn softOptIn,
      Function<Collection<String>, Map<String, Standing>> standings) {
    List<CheckoutAnswer> offered =
        answers.stream()
            .filter(answer -> answer.question == CheckoutAnswer.Question.OBJECTION)
            .sorted(Comparator.comparing((CheckoutAnswer a) -> a.answeredAt))
            .collect(Collectors.toList());
    if (offered.isEmpty()) {
      return;
    }
    Set<String> buyers = new LinkedHashSet<>();
    offered.forEach(answer -> buyers.add(contacts.get(answer.orderId)));
    Map<String, Standing> known = standings.apply(buyers);
    Set<String> objected = new HashSet<>();
    offered.stream().filter(a -> !a.granted).forEach(a -> objected.add(contacts.get(a.orderId)));
    List<ConsentRecord> records = new ArrayList<>();
    for (CheckoutAnswer answer : offered) {
      String contact = contacts.get(answer.orderId);
      ContactPermission before = known.get(contact).permission;
      if (!answer.granted) {
        records.add(record(answer, contact, ConsentDecision.WITHDRAWN, ""));
      } else if (before == ContactPermission.NO_CONSENT
          && !objected.contains(contact)
          && softOptIn.holds(countries.getOrDefault(answer.orderId, ""))) {
        records.add(record(answer, contact, ConsentDecision.GRANTED, Consents.SOFT_OPT_IN));
      }
    }
    if (!records.isEmpty()) {
      store.recordAll(records);
    }
  }

  private ConsentRecord record(
      CheckoutAnswer answer, String contact, ConsentDecision decision, String basis) {
    return new ConsentRecord(
        "order:" + answer.orderId + suffix,
        contact,
        decision,
        basis,
        ConsentSource.CHECKOUT,
        new ConsentRecord.Shown(answer.textShown, answer.localeCode),
        answer.orderId,
        answer.answeredAt);
  }
}
