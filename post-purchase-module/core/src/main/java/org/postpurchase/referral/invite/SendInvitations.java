package org.postpurchase.referral.invite;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.AdvocateStore;
import org.postpurchase.referral.FriendCodes;
import org.postpurchase.referral.PersonKeys;
import org.postpurchase.referral.ReferralProgramme;
import org.postpurchase.referral.ReferralProgrammes;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/**
 * Sends invitations in the name of advocates.
 *
 * <p>Each mailbox is invited once, by a unique key, whoever asks and whatever is repeated. The
 * limits of an advocate are counted under the advocate's lock and that of the shop in one guarded
 * row, so they are exact with any number of nodes. Row, count and message are one transaction: a
 * crash sends nothing and uses nothing up.
 */
public final class SendInvitations {
  /** Of one form. */
  public static final int AT_ONCE = 5;

  private final ReferralProgrammes programmes;
  private final AdvocateStore advocates;
  private final InvitationStore store;
  private final InvitationMessages messages;
  private final People people;
  private final Base base;

  /** What is known about the people of both sides. */
  public static final class People {
    final PersonKeys keys;
    final FriendCodes codes;
    final Function<Collection<String>, Set<String>> suppressed;
    final LongFunction<String> countryOfOrder;

    /**
     * @param suppressed those of the mailboxes that advertising must not be sent to
     * @param countryOfOrder where an order went, as ISO 3166 code; empty when it is not known
     */
    public People(
        PersonKeys keys,
        FriendCodes codes,
        Function<Collection<String>, Set<String>> suppressed,
        LongFunction<String> countryOfOrder) {
      this.keys = requireNonNull(keys, "keys");
      this.codes = requireNonNull(codes, "codes");
      this.suppressed = requireNonNull(suppressed, "suppressed");
      this.countryOfOrder = requireNonNull(countryOfOrder, "countryOfOrder");
    }
  }

  /** What it runs on. */
  public static final class Base {
    final InvitationLaw law;
    final Supplier<Shop> shop;
    final Transactions transactions;
    final Clock clock;

    public Base(InvitationLaw law, Supplier<Shop> shop, Transactions transactions, Clock clock) {
      this.law = requireNonNull(law, "law");
      this.shop = requireNonNull(shop, "shop");
      this.transactions = requireNonNull(transactions, "transactions");
      this.clock = requireNonNull(clock, "clock");
    }
  }

  public SendInvitations(
      ReferralProgrammes programmes,
      AdvocateStore advocates,
      InvitationStore store,
      InvitationMessages messages,
      People people,
      Base base) {
    this.programmes = programmes;
    this.advocates = advocates;
    this.store = store;
    this.messages = messages;
    this.people = people;
    this.base = base;
  }

  /** What a form about invitations may offer. */
  public enum Offer {
    /** Nothing: the merchant does not want them, or a law refuses them. */
    NONE,
    YES,
    /** The advocate has asked for as many as one may, for today or for ever. */
    USED_UP
  }

  /** Whether the advocate can ask for invitations. Reads only. */
  public Offer offer(long advocateId) {
    return base.transactions.call(
        () -> {
          Advocate advocate = advocates.find(advocateId).orElse(null);
          ReferralProgramme programme =
              advocate == null ? null : programmes.find(advocate.programmeId).orElse(null);
          if (!isOpen(advocate, programme) || base.law.refusing(countries(advocate)).isPresent()) {
            return Offer.NONE;
          }
          return isUsedUp(programme, advocate, base.clock.instant()) ? Offer.USED_UP : Offer.YES;
        });
  }

  private static boolean isOpen(Advocate advocate, ReferralProgramme programme) {
    return advocate != null
        && programme != null
        && !advocate.suspended
        && programme.isActive()
        && programme.invitations.on;
  }

  /**
   * Invites those who may be invited, in the order in which they were typed.
   *
   * @param typed addresses as somebody wrote them; more than {@link #AT_ONCE} are left out
   * @return what became of each, in that order; empty when none could be invited at all. For staff
   *     and tests: the advocate is never told about one address, since that would tell who is a
   *     customer.
   */
  public List<InvitationVerdict> invite(long advocateId, List<String> typed, Locale locale) {
    return base.transactions.call(
        () -> {
          Advocate advocate = advocates.lock(advocateId).orElse(null);
          ReferralProgramme programme =
              advocate == null ? null : programmes.find(advocate.programmeId).orElse(null);
          if (!isOpen(advocate, programme)) {
            return Collections.<InvitationVerdict>emptyList();
          }
          Instant now = base.clock.instant();
          Optional<String> refusing = base.law.refusing(countries(advocate));
          List<InvitationVerdict> verdicts = new ArrayList<>();
          for (String text : typed.subList(0, Math.min(AT_ONCE, typed.size()))) {
            verdicts.add(
                refusing.isPresent()
                    ? InvitationVerdict.LAW
                    : invite(programme, advocate, text, locale, now));
          }
          countRefused(verdicts, day(now).toString());
          return verdicts;
        });
  }

  /** In the order of the verdicts, SENT being the first: two nodes never wait for each other. */
  private void countRefused(List<InvitationVerdict> verdicts, String day) {
    List<InvitationVerdict> refused = new ArrayList<>(verdicts);
    refused.removeIf(verdict -> verdict == InvitationVerdict.SENT);
    Collections.sort(refused);
    refused.forEach(verdict -> store.count(day, verdict, 0));
  }

  private InvitationVerdict invite(
      ReferralProgramme programme, Advocate advocate, String text, Locale locale, Instant now) {
    EmailAddress address;
    try {
      address = EmailAddress.of(text);
    } catch (InvalidEmailAddressException bad) {
      return InvitationVerdict.NO_ADDRESS;
    }
    if (InvitationLaw.countryOf(address.ascii()).filter(c -> !base.law.allows(c)).isPresent()) {
      return InvitationVerdict.LAW;
    }
    InvitationVerdict person = judge(advocate, address);
    if (person != InvitationVerdict.SENT) {
      return person;
    }
    if (isUsedUp(programme, advocate, now)) {
      return InvitationVerdict.ADVOCATE_CAP;
    }
    String day = day(now).toString();
    if (!store.count(day, InvitationVerdict.SENT, programme.invitations.ofShopPerDay)) {
      return InvitationVerdict.SHOP_CAP;
    }
    Invitation invitation =
        new Invitation(
            0,
            advocate.id,
            people.keys.ofMailbox(address.key()),
            locale.toLanguageTag(),
            base.law.version(),
            now);
    OptionalLong id = store.add(invitation);
    if (!id.isPresent()) {
      store.giveBack(day, InvitationVerdict.SENT);
      return InvitationVerdict.INVITED_BEFORE;
    }
    messages
        .queue(id.getAsLong(), address, locale, now)
        .ifPresent(message -> store.sentAs(id.getAsLong(), message));
    return InvitationVerdict.SENT;
  }

  private InvitationVerdict judge(Advocate advocate, EmailAddress address) {
    if (!people.suppressed.apply(Collections.singleton(address.key())).isEmpty()) {
      return InvitationVerdict.SUPPRESSED;
    }
    List<CodeProblem> problems =
        people.codes.problems(
            Collections.singleton(advocate.code),
            new FriendCodes.Friend(0, address.key(), 0, null));
    if (problems.isEmpty()) {
      return InvitationVerdict.SENT;
    }
    return problems.get(0).verdict == CodeVerdict.OWN_CODE
        ? InvitationVerdict.OWN_ADDRESS
        : InvitationVerdict.CUSTOMER;
  }

  private boolean isUsedUp(ReferralProgramme programme, Advocate advocate, Instant now) {
    ReferralProgramme.Invitations most = programme.invitations;
    Instant today = day(now).atStartOfDay(base.shop.get().zone).toInstant();
    return (most.perDay > 0 && store.countOf(advocate.id, today) >= most.perDay)
        || (most.perAdvocate > 0 && store.countOf(advocate.id, Instant.EPOCH) >= most.perAdvocate);
  }

  /** Of the shop and of the advocate; that of somebody who has never ordered is not known. */
  private Set<String> countries(Advocate advocate) {
    OptionalLong order = store.lastOrder(people.keys.ofMailbox(advocate.contact));
    return new LinkedHashSet<>(
        Arrays.asList(
            base.shop.get().countryCode,
            order.isPresent() ? people.countryOfOrder.apply(order.getAsLong()) : ""));
  }

  private LocalDate day(Instant now) {
    return now.atZone(base.shop.get().zone).toLocalDate();
  }
}
