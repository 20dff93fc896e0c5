package org.postpurchase.broadleaf.config;

import java.util.Set;
import org.postpurchase.broadleaf.points.OwnOrders;
import org.postpurchase.broadleaf.settings.JdbcProgrammeReader;
import org.postpurchase.broadleaf.settings.JdbcTierReader;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.AdjustmentRequests;
import org.postpurchase.ledger.LedgerProof;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.loyalty.AwardForEvent;
import org.postpurchase.loyalty.ClaimLinks;
import org.postpurchase.loyalty.ClaimPoints;
import org.postpurchase.loyalty.JoinProgramme;
import org.postpurchase.loyalty.LoyaltyEngine;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.RedeemPoints;
import org.postpurchase.loyalty.ShowPoints;
import org.postpurchase.loyalty.jdbc.LoyaltyJdbcModule;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tier.TierListener;
import org.postpurchase.tier.Tiers;
import org.postpurchase.tracking.LinkSigner;

/** The ledger and the programme's use cases, put together once for each webapp. */
public final class LoyaltyParts {
  public final ProgrammeReader programmes;
  public final LedgerStore store;
  public final LedgerViews views;
  public final AdjustmentRequests requests;
  public final AdjustmentLog adjustments;
  public final LoyaltyEngine engine;
  public final LedgerProof proof;
  public final ClaimLinks claimLinks;

  /**
   * The same for the host's pricing and checkout: neither its failures nor its commits touch the
   * host's transaction and entity manager.
   */
  public final RedeemPoints redeemInHooks;

  private final Transactions apart;
  private final JdbcTierReader tierReader;

  /** The same for the host's pricing; see {@link #getRedeemInHooks}. */
  public final Tiers tiersInHooks;

  /** Orders that customers placed before they had an account. */
  public final OwnOrders ownOrders;

  LoyaltyParts(
      Infrastructure base,
      TierAccess tiers,
      ProgrammeReader programmes,
      LoyaltyEngine.Orders orders,
      LinkSigner signer,
      TierListener onTier) {
    this.programmes = programmes;
    apart = base.transactions::attempt;
    store = LedgerJdbcModule.store(base.jdbc, base.inserts, base.dialect);
    views = LedgerJdbcModule.views(base.jdbc);
    requests = LedgerJdbcModule.requests(base.jdbc, base.inserts);
    adjustments = LedgerJdbcModule.adjustments(base.jdbc, base.inserts);
    tierReader = tiers.reader;
    engine =
        new LoyaltyEngine(
            store,
            views,
            programmes,
            orders,
            new LoyaltyEngine.Standings(
                tierReader,
                tiers.standings,
                onTier,
                LoyaltyJdbcModule.budgets(base.jdbc, base.inserts),
                LoyaltyJdbcModule.memberships(base.jdbc, base.inserts),
                LoyaltyJdbcModule.earnings(base.jdbc, base.inserts)),
            base.transactions,
            base.clock);
    engine.keeping(base.failures);
    tiersInHooks = tiers.asked(apart);
    ownOrders = new OwnOrders(base.jdbc, engine.claims(), base.transactions);
    proof =
        new LedgerProof(
            store,
            LedgerJdbcModule.proofs(base.jdbc, base.dialect),
            engine.ledger(),
            base.transactions,
            base.clock);
    claimLinks = new ClaimLinks(base::shop, signer);
    redeemInHooks =
        new RedeemPoints(
            new PointsLedger(store, apart, base.clock),
            views,
            new JdbcProgrammeReader(base.jdbc),
            base.clock);
  }

  public PointsLedger getLedger() {
    return engine.ledger();
  }

  public ShowPoints getShow() {
    return engine.show();
  }

  public RedeemPoints getRedeem() {
    return engine.redeem();
  }

  public Tiers getTiers() {
    return engine.tiers();
  }

  /** Offers that only members of some tier may use, for the host's pricing. */
  public Set<Long> getOffersOfTiers() {
    return apart.call(tierReader::boundOffers);
  }

  public JoinProgramme getJoin() {
    return engine.join();
  }

  public AwardForEvent getEvents() {
    return engine.events();
  }

  public ClaimPoints getClaims() {
    return engine.claims();
  }
}
