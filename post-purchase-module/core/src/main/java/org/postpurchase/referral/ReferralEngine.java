package org.postpurchase.referral;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailures;

/** Puts the parts of the feature together, once for each webapp. */
public final class ReferralEngine {
  private final JudgeReferralOnOrderFact handler;
  private final PayReferrals pay;
  private final DecideReferral decide;
  private final FriendCodes codes;
  private final ReferralProgrammes programmes;
  private final Stores stores;
  private final Orders orders;
  private final LookAtFriend look;
  private final Base base;

  /** Where the feature keeps its rows. */
  public static final class Stores {
    final ReferralStore referrals;
    final AdvocateStore advocates;
    final PersonKeyStore people;

    public Stores(ReferralStore referrals, AdvocateStore advocates, PersonKeyStore people) {
      this.referrals = referrals;
      this.advocates = advocates;
      this.people = people;
    }
  }

  /** What the host tells about orders. */
  public static final class Orders {
    final OrderReader orders;
    final OrderLineStore lines;
    final BuyerReader buyers;
    final Supplier<ZoneId> zone;
    LongUnaryOperator claimedBy = orderId -> 0;

    public Orders(
        OrderReader orders, OrderLineStore lines, BuyerReader buyers, Supplier<ZoneId> zone) {
      this.orders = orders;
      this.lines = lines;
      this.buyers = buyers;
      this.zone = zone;
    }

    /**
     * @param accounts the account that has claimed the points of a guest's order; 0 for none
     */
    public Orders claimedBy(LongUnaryOperator accounts) {
      claimedBy = accounts;
      return this;
    }
  }

  /** What rewards are made of, and who hears of them. */
  public static final class Outcomes {
    final PointsOfReferrals points;
    final CodesOfReferrals codes;
    final TellReferrals tell;
    UnaryOperator<String> tierOf = owner -> "";

    /**
     * @param tiers the key of the tier that an owner of points stands on; empty for none
     */
    public Outcomes byTier(UnaryOperator<String> tiers) {
      tierOf = tiers;
      return this;
    }

    public Outcomes(PointsOfReferrals points, CodesOfReferrals codes, TellReferrals tell) {
      this.points = points;
      this.codes = codes;
      this.tell = tell;
    }
  }

  /** By what people and fraud are recognised. */
  public static final class Recognition {
    final PersonKeys keys;
    final JudgeFraud fraud;

    public Recognition(PersonKeys keys, JudgeFraud fraud) {
      this.keys = keys;
      this.fraud = fraud;
    }
  }

  /** What all of it runs on. */
  public static final class Base {
    final Transactions transactions;
    final WorkFailures failures;
    final Clock clock;

    public Base(Transactions transactions, WorkFailures failures, Clock clock) {
      this.transactions = transactions;
      this.failures = failures;
      this.clock = clock;
    }
  }

  public ReferralEngine(
      ReferralProgrammes programmes,
      Stores stores,
      Orders orders,
      Outcomes outcomes,
      Recognition recognition,
      Base base) {
    BookRewards rewards = new BookRewards(stores.referrals, stores.advocates, outcomes);
    MoveReferral move = new MoveReferral(programmes, stores, rewards, outcomes.tell, orders.zone);
    look = new LookAtFriend(stores, recognition);
    this.programmes = programmes;
    this.stores = stores;
    this.orders = orders;
    this.base = base;
    FollowOrder follow = new FollowOrder(stores.referrals, move, orders.zone, base.clock);
    Judges judges = new Judges(move, look, follow);
    handler = new JudgeReferralOnOrderFact(programmes, stores, orders, judges, base.clock);
    pay = new PayReferrals(programmes, stores, orders, judges, base);
    decide = new DecideReferral(stores, orders, judges, base);
    codes = new FriendCodes(stores.referrals, recognition.keys, base.transactions, base.clock);
  }

  /** Who decide about a referral. */
  static final class Judges {
    final MoveReferral move;
    final LookAtFriend look;
    final FollowOrder follow;

    Judges(MoveReferral move, LookAtFriend look, FollowOrder follow) {
      this.move = move;
      this.look = look;
      this.follow = follow;
    }
  }

  public JudgeReferralOnOrderFact handler() {
    return handler;
  }

  public PayReferrals pay() {
    return pay;
  }

  /** Learns about earlier orders, once; for one node at a time. */
  public IndexHistory history(IndexHistory.Node node) {
    return new IndexHistory(programmes, orders.buyers, look, node, base);
  }

  /** Forgets by what people can be recognised, after as long as each kind is kept. */
  public DueWork forget() {
    return new IndexHistory.Forget(stores.people, base);
  }

  public DecideReferral decide() {
    return decide;
  }

  public FriendCodes codes() {
    return codes;
  }
}
