package org.postpurchase.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the fraud gate needs, in a fixed number of statements, and asks it. */
final class LookAtFriend {
  private static final int PEOPLE_MAX = 200;
  private static final int OTHERS_MAX = 200;

  private final ReferralEngine.Stores stores;
  private final ReferralEngine.Recognition recognition;

  LookAtFriend(ReferralEngine.Stores stores, ReferralEngine.Recognition recognition) {
    this.stores = stores;
    this.recognition = recognition;
  }

  /** Keeps by what the buyers of orders can be recognised; the keys by order id. */
  Map<Long, List<PersonKey>> remember(List<PersonFacts> buyers) {
    Map<Long, List<PersonKey>> keys = new HashMap<>();
    List<KnownPerson> all = new ArrayList<>();
    for (PersonFacts facts : buyers) {
      List<PersonKey> own = recognition.keys.of(facts);
      keys.put(facts.orderId, own);
      all.addAll(known(facts, own));
    }
    stores.people.add(all);
    return keys;
  }

  /** The same of orders from long ago, as far as their keys are still kept. */
  void rememberWithin(List<PersonFacts> buyers, Instant now) {
    List<KnownPerson> all = new ArrayList<>();
    for (PersonFacts facts : buyers) {
      List<PersonKey> keys = recognition.keys.of(facts);
      keys.removeIf(key -> facts.placedAt.isBefore(key.kind.keptSince(now)));
      all.addAll(known(facts, keys));
    }
    stores.people.add(all);
  }

  static List<KnownPerson> known(PersonFacts facts, List<PersonKey> keys) {
    return keys.stream()
        .map(
            key ->
                new KnownPerson(
                    key, facts.orderId, facts.customerId, facts.contact, facts.placedAt))
        .collect(Collectors.toList());
  }

  /** The signals about a referral, kept with it. */
  List<Signal> signals(Referral referral, Advocate advocate, List<PersonKey> ofOrder, Instant now) {
    return signals(referral, advocate, new FraudCase.Keys(ofOrder, Collections.emptyList()), now);
  }

  /**
   * @param ofOrder the order's own, and the account that has it by now
   */
  List<Signal> signals(Referral referral, Advocate advocate, FraudCase.Keys ofOrder, Instant now) {
    List<PersonKey> keys = new ArrayList<>(ofOrder.friend);
    add(keys, KeyKind.DEVICE, referral.claim.deviceKey);
    add(keys, KeyKind.NETWORK, referral.claim.networkKey);
    String mailbox = recognition.keys.ofMailbox(advocate.contact);
    List<KnownPerson> known =
        keys.isEmpty()
            ? Collections.emptyList()
            : stores.people.with(keys, advocate, mailbox, PEOPLE_MAX);
    FraudCase about =
        new FraudCase(
            referral,
            advocate,
            mailbox,
            ofOrder.with(keys, known),
            stores.referrals.ofAdvocate(advocate.id, OTHERS_MAX),
            now);
    List<Signal> found = recognition.fraud.look(about);
    stores.referrals.saveSignals(referral.id, found, now);
    return found;
  }

  List<PersonKey> keysOf(PersonFacts facts) {
    return recognition.keys.of(facts);
  }

  private static void add(List<PersonKey> keys, KeyKind kind, String hash) {
    if (!hash.isEmpty()) {
      keys.add(new PersonKey(kind, hash));
    }
  }
}
