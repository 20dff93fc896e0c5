package org.postpurchase.referral;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.postpurchase.loyalty.jdbc.LoyaltyJdbcModule;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderLifecycle;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.outbox.OutboxRelay;
import org.postpurchase.referral.fraud.ShippedSignals;
import org.postpurchase.referral.jdbc.ReferralJdbcModule;
import org.postpurchase.reward.CodeLife;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.Committed;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.HostOffers;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.SettableClock;

/**
 * A shop with a referral programme: the real engine, relay, ledger and codes on a real database,
 * with the host's orders and settings in memory.
 */
class ReferralShop implements ReferralProgrammes {
  static final long PROGRAMME = 1;
  static final long ADA = 77;
  private static final String EARLIER =
      "(select count(*) from PP_TEST_ORDER o1 where o1.ORDER_ID <> ? and o1.EMAIL = ?) + (select"
          + " count(*) from PP_TEST_ORDER o2 where o2.ORDER_ID <> ? and o2.CUSTOMER_ID = ?)";

  final CoreDatabase database;
  final LoyaltyWorld loyalty;
  final SettableClock clock;
  final HostOffers offers = new HostOffers();
  final List<String> hostCodes = new Committed<>();
  final List<Moment> moments = new Committed<>();
  final Map<Long, PersonFacts> buyers = new ConcurrentHashMap<>();
  final ReferralStore store;
  final AdvocateStore advocates;
  final ReferralEngine engine;
  final JoinReferrals join;
  final ShowReferrals show;
  final PersonKeys keys = new PersonKeys(new byte[32]);
  final WorkFailures failures;
  final OutboxRelay relay;
  final Outbox outbox;
  final OrderLifecycle warehouse;
  RewardTerms advocateGets = RewardTerms.points(500);
  RewardTerms friendGets = RewardTerms.NOTHING;
  ReferralProgramme.Caps caps = ReferralProgramme.Caps.NONE;
  ReferralProgramme.Invitations invitations = ReferralProgramme.Invitations.OFF;
  final Map<String, String> tiers = new ConcurrentHashMap<>();
  ProgrammeStatus status = ProgrammeStatus.ACTIVE;

  ReferralShop(CoreDatabase database) {
    this(database, true);
  }

  /**
   * @param fresh false for one more node of a shop that is there
   */
  ReferralShop(CoreDatabase database, boolean fresh) {
    this.database = database;
    loyalty = new LoyaltyWorld(database, fresh);
    clock = loyalty.clock;
    if (fresh) {
      empty();
    }
    store =
        ReferralJdbcModule.referrals(database.jdbc, database.inserts, database.dialect, EARLIER);
    advocates = ReferralJdbcModule.advocates(database.jdbc, database.inserts);
    ReferralEngine.Stores stores =
        new ReferralEngine.Stores(
            store, advocates, ReferralJdbcModule.people(database.jdbc, database.inserts));
    failures = WorkFailures.inMemory(database.transactions, clock);
    engine =
        new ReferralEngine(
            this,
            stores,
            new ReferralEngine.Orders(
                    loyalty.orders, database.orderLines(), people(), () -> LoyaltyWorld.ZONE)
                .claimedBy(LoyaltyJdbcModule.earnings(database.jdbc, database.inserts)::accountOf),
            new ReferralEngine.Outcomes(
                    new PointsOfReferrals(
                        loyalty.engine.ledger(),
                        database.ledger(),
                        loyalty,
                        () -> LoyaltyWorld.ZONE),
                    new CodesOfReferrals(
                        new IssueReward(
                            database.rewardCodes(),
                            offers,
                            new CodeLife(() -> ZoneOffset.UTC),
                            new SecureRandom()),
                        database.rewardCodes()),
                    new TellReferrals(
                        new Moments() {
                          @Override
                          public int report(Collection<Moment> all) {
                            moments.addAll(all);
                            return all.size();
                          }

                          @Override
                          public Optional<Audience> audience(String trigger) {
                            return Optional.empty();
                          }
                        },
                        id -> "https://shop.example/post-purchase/referrals/" + id,
                        loyalty.orders))
                .byTier(owner -> tiers.getOrDefault(owner, "")),
            new ReferralEngine.Recognition(keys, new JudgeFraud(ShippedSignals.all())),
            new ReferralEngine.Base(database.transactions, failures, clock));
    join =
        new JoinReferrals(
            this, stores, (offer, code) -> hostCodes.add(code), keys, database.transactions, clock);
    show = new ShowReferrals(this, stores, database.transactions);
    outbox = new Outbox(database.outbox(), clock);
    warehouse =
        new OrderLifecycle(
            loyalty.orders, database.orderLines(), outbox, database.transactions, clock);
    relay =
        new OutboxRelay(
            database.outbox(),
            new OutboxRelay.Reactions(
                List.of(loyalty.engine.handler(), engine.handler()),
                events ->
                    events.forEach(
                        event ->
                            loyalty
                                .orders
                                .find(event.orderId)
                                .ifPresent(o -> database.orderLines().ensure(o, clock.instant())))),
            new AttemptPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), new Random(1)),
            database.transactions,
            clock,
            "this node");
  }

  private void empty() {
    for (String table :
        List.of(
            "PP_REFERRAL_EVENT",
            "PP_REFERRAL_SIGNAL",
            "PP_REFERRAL_REWARD",
            "PP_REFERRAL_BUDGET",
            "PP_REFERRAL_VISIT",
            "PP_REFERRAL",
            "PP_ADVOCATE",
            "PP_PERSON_KEY",
            "PP_REWARD_CODE",
            "PP_REFERRAL_PROGRAMME")) {
      database.jdbc.update("delete from " + table);
    }
    try {
      database.jdbc.execute("drop table PP_TEST_ORDER");
    } catch (RuntimeException none) {
      // the first one
    }
    database.jdbc.execute(
        "create table PP_TEST_ORDER (ORDER_ID bigint, EMAIL varchar(254), CUSTOMER_ID bigint)");
    database.jdbc.update(
        "insert into PP_REFERRAL_PROGRAMME (PROGRAMME_ID, NAME, STATUS, TERMS_VERSION,"
            + " ADVOCATE_KIND, MINIMUM_AMOUNT, HOLD_SCORE, REJECT_SCORE, WAIT_DAYS, FALLBACK_DAYS,"
            + " INVITATIONS, EDITION) values (1, 'Friends', 'ACTIVE', 1, 'POINTS', 20, 60, 90, 14,"
            + " 30, ?, 1)",
        false);
  }

  void becomes(ProgrammeStatus newStatus) {
    status = newStatus;
    database.jdbc.update("update PP_REFERRAL_PROGRAMME set STATUS = ?", newStatus.name());
  }

  @Override
  public Optional<ReferralProgramme> find() {
    return Optional.of(
        new ReferralProgramme.Builder(PROGRAMME)
            .status(status, SettableClock.START.minus(Duration.ofDays(50)))
            .friendOffer(SeriesWorld.OFFER, "10 % off")
            .minimum(new BigDecimal("20"))
            .advocateGets(advocateGets)
            .friendGets(friendGets)
            .caps(caps)
            .waits(14, 30)
            .invitations(invitations)
            .build());
  }

  @Override
  public Optional<ReferralProgramme> find(long id) {
    return find().filter(p -> p.id == id);
  }

  /** The buyers of the host. */
  private BuyerReader people() {
    return new BuyerReader() {
      @Override
      public Optional<PersonFacts> find(long orderId) {
        return Optional.ofNullable(buyers.get(orderId));
      }

      @Override
      public List<PersonFacts> findAll(Collection<Long> orderIds) {
        List<PersonFacts> found = new ArrayList<>();
        orderIds.forEach(id -> find(id).ifPresent(found::add));
        return found;
      }

      @Override
      public List<PersonFacts> placedAfter(long orderId, int limit) {
        return buyers.values().stream()
            .filter(facts -> facts.orderId > orderId)
            .sorted(java.util.Comparator.comparingLong(facts -> facts.orderId))
            .limit(limit)
            .collect(java.util.stream.Collectors.toList());
      }

      @Override
      public List<Long> placedBefore(long customerId, Instant before, int limit) {
        return buyers.values().stream()
            .filter(facts -> facts.customerId == customerId && facts.placedAt.isBefore(before))
            .map(facts -> facts.orderId)
            .sorted()
            .limit(limit)
            .collect(java.util.stream.Collectors.toList());
      }

      @Override
      public long countPlaced(long upToOrderId) {
        return buyers.keySet().stream().filter(id -> id <= upToOrderId).count();
      }
    };
  }
}
