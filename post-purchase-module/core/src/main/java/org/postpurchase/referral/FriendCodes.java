package org.postpurchase.referral;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;

/**
 * Advocates' codes around a checkout: judged while pricing, claimed for the friend before the order
 * is taken, given up when it was not.
 *
 * <p>One statement while pricing an order with such a code, one for a checkout in which the claim
 * succeeds at once (two where the database would lock what a select reads), none for others. Of any
 * number of checkouts of one mailbox exactly one has the claim, by a unique key. Safe to repeat for
 * the same order.
 */
public final class FriendCodes {
  private final ReferralStore store;
  private final PersonKeys keys;
  private final Transactions transactions;
  private final Clock clock;

  public FriendCodes(ReferralStore store, PersonKeys keys, Transactions transactions, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Who wants to use a code, with which order. */
  public static final class Friend {
    public final long orderId;

    /** Key of the mailbox; empty while it is not known. */
    public final String contact;

    /** Zero for a guest. */
    public final long customerId;

    /** What is in the basket, before discounts; null when not known. */
    public final BigDecimal merchandise;

    /** Of the basket, as ISO 4217 has it; empty when not known. */
    final String currency;

    public Friend(long orderId, String contact, long customerId, BigDecimal merchandise) {
      this(orderId, contact, customerId, merchandise, "");
    }

    private Friend(
        long orderId, String contact, long customerId, BigDecimal merchandise, String currency) {
      this.orderId = orderId;
      this.contact = EmailAddress.keyOf(requireNonNull(contact, "contact"));
      this.customerId = customerId;
      this.merchandise = merchandise;
      this.currency = requireNonNull(currency, "currency");
    }

    /** The same with the currency of the basket. */
    public Friend in(String currencyCode) {
      return new Friend(orderId, contact, customerId, merchandise, currencyCode);
    }
  }

  /** By which way the friend came; texts are empty when not known. */
  public static final class Trace {
    public static final Trace NONE = new Trace("", "", "", "");
    final String channel;
    final String referrer;
    final String device;
    final String network;

    public Trace(String channel, String referrer, String device, String network) {
      this.channel = channel;
      this.referrer = referrer;
      this.device = device;
      this.network = network;
    }
  }

  /** Those of the texts that can be codes of advocates, in their kept form. */
  public static Set<String> among(Collection<String> codes) {
    Set<String> own = new LinkedHashSet<>();
    codes.forEach(code -> FriendCode.of(code).ifPresent(own::add));
    return own;
  }

  /**
   * Those that this friend may not use, with the reason. As long as nothing is known about the
   * friend, a code counts as good. Changes nothing.
   */
  public List<CodeProblem> problems(Collection<String> codes, Friend friend) {
    Set<String> own = among(codes);
    if (own.isEmpty()) {
      return Collections.emptyList();
    }
    return transactions.attempt(() -> problems(look(own, friend), friend, false));
  }

  /** Whether one of the codes is an advocate's, and not only looks like one. */
  public boolean isAnyOfAdvocates(Collection<String> codes) {
    Set<String> own = among(codes);
    return !own.isEmpty()
        && !transactions.attempt(() -> look(own, new Friend(0, "", 0, null))).isEmpty();
  }

  private List<ReferralStore.CodeFacts> look(Set<String> codes, Friend friend) {
    return store.facts(codes, friend, keys.ofMailbox(friend.contact));
  }

  /** Claims the first code for the order; returns what is in the way, empty on success. */
  public List<CodeProblem> claim(Collection<String> codes, Friend friend, Trace trace) {
    Set<String> own = among(codes);
    if (own.isEmpty()) {
      return Collections.emptyList();
    }
    return transactions.attempt(
        () -> {
          if (own.size() == 1 && takenAtOnce(own.iterator().next(), friend, trace)) {
            return Collections.<CodeProblem>emptyList();
          }
          List<ReferralStore.CodeFacts> facts = look(own, friend);
          List<CodeProblem> problems = problems(facts, friend, true);
          if (facts.isEmpty() || !problems.isEmpty()) {
            return problems;
          }
          ReferralStore.CodeFacts first = facts.get(0);
          return take(first, friend, trace)
              ? Collections.<CodeProblem>emptyList()
              : Collections.singletonList(
                  new CodeProblem(FriendCode.shown(first.code), CodeVerdict.ALREADY_REFERRED));
        });
  }

  /** The usual case in one statement: a friend who was never here, with a code that is good. */
  private boolean takenAtOnce(String code, Friend friend, Trace trace) {
    Instant now = clock.instant();
    Referral wanted =
        new Referral.Builder(0, 0, 0)
            .friend(keys.ofMailbox(friend.contact), friend.contact)
            .of(friend.orderId, 1, claim(trace, now))
            .is(ReferralState.CLAIMED, ReferralReason.CLAIMED, now)
            .build();
    return !friend.contact.isEmpty() && store.addIfGood(code, friend, wanted);
  }

  private Referral.Claim claim(Trace trace, Instant now) {
    return new Referral.Claim(
        trace.channel,
        trace.referrer,
        keys.hash(KeyKind.DEVICE, trace.device),
        keys.hash(KeyKind.NETWORK, trace.network),
        now);
  }

  private boolean take(ReferralStore.CodeFacts facts, Friend friend, Trace trace) {
    Instant now = clock.instant();
    Referral.Claim claim = claim(trace, now);
    Referral known = facts.known;
    boolean begun = known != null && known.state == ReferralState.CLAIMED;
    int life = known == null ? 1 : begun ? known.life : known.life + 1;
    Referral wanted =
        new Referral.Builder(known == null ? 0 : known.id, facts.programmeId, facts.advocateId)
            .friend(keys.ofMailbox(friend.contact), friend.contact)
            .of(friend.orderId, life, claim)
            .is(ReferralState.CLAIMED, ReferralReason.CLAIMED, now)
            .build();
    return known == null ? store.add(wanted) : store.reclaim(known, wanted);
  }

  /** The checkout came to nothing, or the order was cancelled before anybody looked at it. */
  public void release(long orderId) {
    Instant now = clock.instant();
    transactions.attempt(() -> store.dropClaims(orderId, now));
  }

  private static List<CodeProblem> problems(
      List<ReferralStore.CodeFacts> all, Friend friend, boolean binding) {
    List<CodeProblem> problems = new ArrayList<>();
    for (ReferralStore.CodeFacts facts : all) {
      CodeVerdict verdict = verdict(facts, friend, binding);
      if (problems.isEmpty() && facts != all.get(0)) {
        verdict = CodeVerdict.ONE_FRIEND_CODE; // the first one counts
      }
      if (verdict != CodeVerdict.USABLE) {
        String detail =
            verdict == CodeVerdict.BELOW_MINIMUM
                ? (facts.minimum.toPlainString() + ' ' + friend.currency).trim()
                : "";
        problems.add(new CodeProblem(FriendCode.shown(facts.code), verdict, detail));
      }
    }
    return problems;
  }

  private static CodeVerdict verdict(
      ReferralStore.CodeFacts facts, Friend friend, boolean binding) {
    if (facts.suspended || facts.status != ProgrammeStatus.ACTIVE) {
      return CodeVerdict.REVOKED;
    }
    boolean unknown = friend.contact.isEmpty() && friend.customerId <= 0;
    if (unknown && binding) {
      return CodeVerdict.FRIEND_UNKNOWN;
    }
    boolean ownCode =
        facts.advocateKey.equals(facts.friendKey)
            || (friend.customerId > 0 && friend.customerId == facts.advocateCustomerId);
    if (ownCode) {
      return CodeVerdict.OWN_CODE;
    }
    if (facts.known != null && !isFree(facts.known, friend.orderId)) {
      return CodeVerdict.ALREADY_REFERRED;
    }
    if (facts.customer) {
      return CodeVerdict.EXISTING_CUSTOMER;
    }
    boolean tooSmall =
        facts.minimum != null
            && friend.merchandise != null
            && friend.merchandise.compareTo(facts.minimum) < 0;
    return tooSmall ? CodeVerdict.BELOW_MINIMUM : CodeVerdict.USABLE;
  }

  /** An order that was cancelled has used nothing up. */
  private static boolean isFree(Referral known, long orderId) {
    boolean cameToNothing =
        known.state == ReferralState.REVERSED && known.reason == ReferralReason.CANCELLED;
    return cameToNothing || (known.state == ReferralState.CLAIMED && known.orderId == orderId);
  }
}
