package org.postpurchase.broadleaf.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.broadleafcommerce.core.offer.dao.OfferCodeDao;
import org.broadleafcommerce.core.offer.dao.OfferDao;
import org.postpurchase.ask.AskLaw;
import org.postpurchase.ask.AskStore;
import org.postpurchase.ask.FriendAsk;
import org.postpurchase.broadleaf.referral.BroadleafBuyers;
import org.postpurchase.broadleaf.referral.EntityReferralProgrammes;
import org.postpurchase.broadleaf.referral.FriendOfferCodes;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.loyalty.EarningStore;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.jdbc.LoyaltyJdbcModule;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.referral.AdvocateStore;
import org.postpurchase.referral.AskInMails;
import org.postpurchase.referral.BuyerReader;
import org.postpurchase.referral.CodesOfReferrals;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.IndexHistory;
import org.postpurchase.referral.JoinReferrals;
import org.postpurchase.referral.JudgeFraud;
import org.postpurchase.referral.PersonKeyStore;
import org.postpurchase.referral.PersonKeys;
import org.postpurchase.referral.PointsOfReferrals;
import org.postpurchase.referral.ReferralEngine;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ReferralProgrammes;
import org.postpurchase.referral.ReferralStore;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.referral.TellReferrals;
import org.postpurchase.referral.fraud.ShippedSignals;
import org.postpurchase.referral.jdbc.ReferralJdbcModule;
import org.postpurchase.shared.DueWork;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/** Referrals, put together once for each webapp. */
public final class ReferralParts {
  public final ReferralProgrammes programmes;
  public final ReferralStore store;
  public final AdvocateStore advocates;
  public final PersonKeyStore people;
  private final BuyerReader buyers;
  public final PersonKeys keys;
  private final JudgeFraud fraud;
  public final ReferralEngine engine;
  public final JoinReferrals join;
  public final ReferralLinks links;
  public final ShowReferrals show;
  public final ReferralViews views;
  public final IndexHistory history;

  /** What the host gives to the feature. */
  static final class Host {
    final BeanFactory beans;
    final SettingsQuery query;
    final OrderReader orders;
    final OrderLineStore lines;

    Host(BeanFactory beans, SettingsQuery query, OrderReader orders, OrderLineStore lines) {
      this.beans = beans;
      this.query = query;
      this.orders = orders;
      this.lines = lines;
    }
  }

  ReferralParts(
      Infrastructure base, Host host, SeriesParts series, LoyaltyParts loyalty, Moments moments) {
    programmes =
        new EntityReferralProgrammes(
            host.query, series.rewardOffers, () -> base.shop.locale, base.clock);
    store =
        ReferralJdbcModule.referrals(
            base.jdbc, base.inserts, base.dialect, BroadleafBuyers.EARLIER_ORDERS);
    advocates = ReferralJdbcModule.advocates(base.jdbc, base.inserts);
    people = ReferralJdbcModule.people(base.jdbc, base.inserts);
    buyers = new BroadleafBuyers(base.jdbc, base.inserts.rows());
    Instant now = base.clock.instant();
    keys =
        new PersonKeys(
            base.transactions.call(() -> ReferralJdbcModule.secret(base.jdbc, base.inserts, now)));
    links = new ReferralLinks(base::shop, series.signer);
    fraud = new JudgeFraud(signals(host.beans));
    engine =
        new ReferralEngine(
            programmes,
            new ReferralEngine.Stores(store, advocates, people),
            new ReferralEngine.Orders(host.orders, host.lines, buyers, base::zone)
                .claimedBy(claimedBy(base)),
            new ReferralEngine.Outcomes(
                    new PointsOfReferrals(
                        loyalty.getLedger(), loyalty.store, loyalty.programmes, base::zone),
                    new CodesOfReferrals(series.issueReward, series.rewardCodes),
                    new TellReferrals(moments, links::status, host.orders))
                .byTier(owner -> loyalty.getTiers().tierOf(owner).map(t -> t.key).orElse("")),
            new ReferralEngine.Recognition(keys, fraud),
            new ReferralEngine.Base(base.transactions, base.failures, base.clock));
    history =
        engine.history(
            new IndexHistory.Node(
                ReferralJdbcModule.history(base.jdbc, base.inserts),
                base.node.leases,
                base.node.owner));
    join =
        new JoinReferrals(
                programmes,
                new ReferralEngine.Stores(store, advocates, people),
                new FriendOfferCodes(
                    host.beans.getBean("blOfferDao", OfferDao.class),
                    host.beans.getBean("blOfferCodeDao", OfferCodeDao.class)),
                keys,
                base.transactions,
                base.clock)
            .thanking(
                (customer, event, occurrence) ->
                    loyalty.getEvents().award(customer, event, occurrence));
    views = ReferralJdbcModule.views(base.jdbc, base.inserts);
    show =
        new ShowReferrals(
            programmes, new ReferralEngine.Stores(store, advocates, people), base.transactions);
  }

  private static LongUnaryOperator claimedBy(Infrastructure base) {
    EarningStore earnings = LoyaltyJdbcModule.earnings(base.jdbc, base.inserts);
    return orderId -> earnings.accountOf(orderId);
  }

  /** The shipped ones, and whatever beans of a store are one. */
  private static List<FraudSignal> signals(BeanFactory beans) {
    List<FraudSignal> all = new ArrayList<>(ShippedSignals.all());
    if (beans instanceof ListableBeanFactory) {
      all.addAll(
          ((ListableBeanFactory) beans).getBeansOfType(FraudSignal.class, false, false).values());
    }
    return all;
  }

  /** The ask in mails about orders. */
  FriendAsk inMails(AskStore asks, ProgrammeReader points) {
    return new AskInMails(programmes, links, new AskInMails.Rules(AskLaw.shipped(), asks), points);
  }

  /** What runs by itself. */
  List<DueWork> work() {
    return Arrays.asList(engine.pay(), history, engine.forget());
  }
}
