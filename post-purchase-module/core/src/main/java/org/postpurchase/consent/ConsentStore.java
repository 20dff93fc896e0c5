package org.postpurchase.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;

/**
 * The tables of consents and suppressions. Methods join the caller's transaction. What is asked and
 * changed is about one channel's consent key; lists show all.
 */
public interface ConsentStore {
  /** Key of the consent that the shop keeps which products somebody looks at. */
  String BROWSING = "BROWSING";

  /** The same tables about another consent key. */
  ConsentStore by(String consentKey);

  /** Adds the record unless its key is there; returns whether it was new. */
  boolean record(ConsentRecord record);

  /** The record about the address that was given last; an unconfirmed yes does not count. */
  Optional<ConsentRecord> latest(String contact);

  /** Keeps the newest answer given in a checkout. */
  void answer(CheckoutAnswer answer);

  Optional<CheckoutAnswer> answerOf(long orderId);

  /** Makes the suppression hold (again); false when it did already. */
  boolean suppress(String contact, Suppression.Scope scope, String reason, Instant now);

  /** Ends the suppression as of a moment; false when it did not hold then. */
  boolean lift(String contact, Suppression.Scope scope, Instant now);

  /** {@link #record} for many, whose keys are all different. */
  void recordAll(List<ConsentRecord> records);

  /** {@link #latest} for many addresses, by mailbox. */
  Map<String, ConsentRecord> latest(Collection<String> contacts);

  /** {@link #answerOf} for many orders; orders without an answer are left out. */
  List<CheckoutAnswer> answersOf(Collection<Long> orderIds);

  /** Those that hold for any of the addresses, oldest first. */
  List<Suppression> holding(Collection<String> contacts);

  /** Those that hold for the address. */
  List<Suppression> holding(String contact);

  Optional<Suppression> findSuppression(long id);

  /** Newest first. */
  List<ConsentRecord> list(Who who, int limit, int offset);

  int count(Who who);

  /** Holding ones first, then newest first. */
  List<Suppression> listSuppressions(Who who, int limit, int offset);

  int countSuppressions(Who who);

  /** The same for one mailbox; {@code contact} empty for all. */
  default List<ConsentRecord> list(String contact, int limit, int offset) {
    return list(Who.exactly(contact), limit, offset);
  }

  default int count(String contact) {
    return count(Who.exactly(contact));
  }

  default List<Suppression> listSuppressions(String contact, int limit, int offset) {
    return listSuppressions(Who.exactly(contact), limit, offset);
  }

  default int countSuppressions(String contact) {
    return countSuppressions(Who.exactly(contact));
  }

  /** For the screen that lists them, without states. */
  Pages<Void, ConsentRecord> pages();

  /** The same for suppressions. */
  Pages<Void, Suppression> suppressionPages();
}
