package org.postpurchase.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that signals may look at, read once for all of them. Immutable. */
public final class FraudCase {
  public final Referral referral;
  public final Advocate advocate;
  public final Instant now;

  /** Keys of the friend's order. */
  public final List<PersonKey> friend;

  /** Whoever has one of the friend's keys: other orders, and the advocate's own. */
  public final List<KnownPerson> known;

  /** The advocate's other friends, newest first. */
  public final List<Referral> others;

  /** The account that has the friend's order by now; 0 while that is not asked, or for none. */
  public final long account;

  /** What that account had ordered before; oldest first. */
  public final List<Long> earlierOfAccount;

  private final String advocateKey;

  /**
   * @param advocateKey hash of the advocate's mailbox
   */
  public FraudCase(
      Referral referral,
      Advocate advocate,
      String advocateKey,
      Keys keys,
      List<Referral> others,
      Instant now) {
    this.referral = referral;
    this.advocate = advocate;
    this.advocateKey = advocateKey;
    this.friend = Collections.unmodifiableList(new ArrayList<>(keys.friend));
    this.known = Collections.unmodifiableList(new ArrayList<>(keys.known));
    this.others =
        others.stream().filter(other -> other.id != referral.id).collect(Collectors.toList());
    this.account = keys.account;
    this.earlierOfAccount = Collections.unmodifiableList(new ArrayList<>(keys.earlier));
    this.now = now;
  }

  /** Of the friend, and who else has them. */
  public static final class Keys {
    final List<PersonKey> friend;
    final List<KnownPerson> known;
    private long account;
    private List<Long> earlier = Collections.emptyList();

    public Keys(List<PersonKey> friend, List<KnownPerson> known) {
      this.friend = friend;
      this.known = known;
    }

    Keys with(List<PersonKey> newFriend, List<KnownPerson> newKnown) {
      return new Keys(newFriend, newKnown).ofAccount(account, earlier);
    }

    /** The order is in an account by now, which has these earlier orders. */
    public Keys ofAccount(long customerId, List<Long> earlierOrders) {
      account = customerId;
      earlier = earlierOrders;
      return this;
    }
  }

  public boolean isSameMailbox() {
    return referral.friendKey.equals(advocateKey);
  }

  /** Orders and joinings of the advocate that share a key of the kind with the friend. */
  public List<KnownPerson> sharedWithAdvocate(KeyKind kind) {
    return shared(kind, this::isAdvocate);
  }

  /** Earlier orders of whoever is neither the advocate nor that mailbox. */
  public List<KnownPerson> earlierOrders(KeyKind kind) {
    Instant ordered = referral.claim.at;
    return shared(
        kind,
        person ->
            !isAdvocate(person)
                && person.orderId > 0
                && person.seenAt.isBefore(ordered)
                && !person.contact.equals(referral.contact));
  }

  private List<KnownPerson> shared(KeyKind kind, Predicate<KnownPerson> who) {
    return known.stream()
        .filter(person -> person.key.kind == kind && person.orderId != referral.orderId)
        .filter(who)
        .collect(Collectors.toList());
  }

  private boolean isAdvocate(KnownPerson person) {
    boolean sameCustomer = advocate.customerId > 0 && person.customerId == advocate.customerId;
    return sameCustomer || MailboxIdentity.of(person.contact).equals(identity());
  }

  private String identity() {
    return MailboxIdentity.of(advocate.contact);
  }

  /** Ids for a person to look at; at most five. */
  public static String ids(List<KnownPerson> people) {
    return people.stream()
        .map(person -> person.orderId > 0 ? "order:" + person.orderId : "advocate")
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }
}
