package org.postpurchase.referral;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Transactions;

/**
 * Gives somebody a link of their own. One for each mailbox and programme: asking again, by whomever
 * and from wherever, gives the same one. All or nothing after a crash.
 */
public final class JoinReferrals {
  /** Code of the event that earning rules give points for: the first other person has come. */
  public static final String SHARED = "REFERRAL_SHARED";

  private static final int TRIES = 5;

  private final ReferralProgrammes programmes;
  private final AdvocateStore advocates;
  private final PersonKeyStore people;
  private final HostCodes codes;
  private final PersonKeys keys;
  private final Transactions transactions;
  private final Clock clock;
  private final SecureRandom random;
  private Thanks thanks = (customer, event, occurrence) -> {};

  public JoinReferrals(
      ReferralProgrammes programmes,
      ReferralEngine.Stores stores,
      HostCodes codes,
      PersonKeys keys,
      Transactions transactions,
      Clock clock) {
    this.programmes = programmes;
    this.advocates = stores.advocates;
    this.people = stores.people;
    this.codes = codes;
    this.keys = keys;
    this.transactions = transactions;
    this.clock = clock;
    this.random = new SecureRandom();
  }

  /** The link of that mailbox, if there is one in the programme that runs or ran last. */
  public Optional<Advocate> find(String contact, long customerId) {
    return transactions.call(
        () -> programmes.find().flatMap(programme -> known(programme, contact, customerId)));
  }

  private Optional<Advocate> known(ReferralProgramme programme, String contact, long customerId) {
    Optional<Advocate> own =
        customerId > 0 ? advocates.ofCustomer(programme.id, customerId) : Optional.empty();
    return own.isPresent() || contact.isEmpty()
        ? own
        : advocates.ofMailbox(programme.id, keys.ofMailbox(contact));
  }

  /**
   * The advocate that this mailbox is from now on.
   *
   * @return empty while no programme is active
   */
  public Optional<Advocate> join(String contact, long customerId, Name name, String ownerKey) {
    if (contact.isEmpty()) {
      return Optional.empty();
    }
    return transactions.call(
        () ->
            programmes
                .active()
                .map(
                    programme ->
                        joined(
                            programme,
                            new Advocate.NewAdvocate(programme, contact, customerId, ownerKey)
                                .called(name.first, name.locale))));
  }

  private Advocate joined(ReferralProgramme programme, Advocate.NewAdvocate who) {
    String mailbox = keys.ofMailbox(who.contact);
    for (int i = 0; i < TRIES; i++) {
      Advocate known = known(programme, who.contact, who.customerId).orElse(null);
      if (known != null) {
        if (known.customerId == 0 && who.customerId > 0) {
          advocates.becomesCustomer(known.id, who.customerId, who.ownerKey);
          return advocates.find(known.id).orElse(known);
        }
        return known;
      }
      String code = FriendCode.next(random);
      if (advocates.add(who, mailbox, code, clock.instant())) {
        codes.create(programme.friendOfferId, code);
      }
    }
    throw new PostPurchaseException(
        "No code could be made for an advocate of the programme " + programme.id + ".");
  }

  /**
   * Keeps in which browser and network an advocate asked for the link; texts are empty when not
   * known. Repeating it changes nothing.
   */
  public void saw(Advocate advocate, String device, String network) {
    PersonFacts facts =
        new PersonFacts(-advocate.id, advocate.customerId, advocate.contact, clock.instant())
            .with(KeyKind.DEVICE, device)
            .with(KeyKind.NETWORK, network);
    transactions.run(() -> people.add(LookAtFriend.known(facts, keys.of(facts))));
  }

  /**
   * A person has taken up the link of an advocate. The first time that it is somebody else's
   * browser, the advocate has told somebody: what the shop's earning rules give for that is given,
   * once for each advocate.
   *
   * @param device the browser's name; empty when it is not known
   */
  public void visited(Advocate advocate, String channel, String device) {
    String known = channel.matches("[a-z]{1,12}") ? channel : "link";
    transactions.run(
        () -> {
          advocates.countVisit(advocate.id, known, clock.instant());
          if (advocate.customerId > 0 && !device.isEmpty() && isAnother(advocate, device)) {
            thanks.give(advocate.customerId, SHARED, "advocate:" + advocate.id);
          }
        });
  }

  private boolean isAnother(Advocate advocate, String device) {
    PersonKey key = new PersonKey(KeyKind.DEVICE, keys.hash(KeyKind.DEVICE, device));
    return people
        .with(Collections.singleton(key), advocate, keys.ofMailbox(advocate.contact), 1)
        .isEmpty();
  }

  /** Gives customers what earning rules promise for an event, once for each occurrence. */
  public interface Thanks {
    void give(long customerId, String eventCode, String occurrence);
  }

  /** From now on; nothing is given before. */
  public JoinReferrals thanking(Thanks by) {
    thanks = by;
    return this;
  }

  /** How an advocate is called, and in which language. */
  public static final class Name {
    final String first;
    final java.util.Locale locale;

    public Name(String first, java.util.Locale locale) {
      this.first = first;
      this.locale = locale;
    }
  }
}
