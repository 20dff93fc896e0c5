package org.postpurchase.broadleaf.config;

import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.broadleafcommerce.core.rating.dao.RatingSummaryDao;
import org.postpurchase.ask.AskStore;
import org.postpurchase.ask.jdbc.AskJdbcModule;
import org.postpurchase.broadleaf.review.BroadleafProducts;
import org.postpurchase.broadleaf.review.BroadleafRatings;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.loyalty.AwardForEvent;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.TakeBackAward;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.review.PhotoMaker;
import org.postpurchase.review.PhotoStore;
import org.postpurchase.review.ProveCounts;
import org.postpurchase.review.Review;
import org.postpurchase.review.ReviewEngine;
import org.postpurchase.review.ReviewLinks;
import org.postpurchase.review.ReviewRewards;
import org.postpurchase.review.ReviewSettingsReader;
import org.postpurchase.review.ReviewStore;
import org.postpurchase.review.ReviewViews;
import org.postpurchase.review.ReviewedProducts;
import org.postpurchase.review.ShowReviews;
import org.postpurchase.review.SyncHostRatings;
import org.postpurchase.review.WriteFeed;
import org.postpurchase.review.jdbc.ReviewJdbcModule;
import org.postpurchase.review.pictures.PicturesModule;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tracking.LinkSigner;

/** Reviews and asking for them, put together once for each webapp. */
public final class ReviewParts {
  /** Code of the event that earning rules give points for. */
  public static final String EVENT = "REVIEW";

  /** After the ledger's proof. */
  private static final LocalTime COUNTING_AT = LocalTime.of(3, 50);

  public final ReviewStore store;
  public final PhotoStore photos;
  public final ReviewViews views;
  public final ReviewSettingsReader settings;
  public final AskStore asks;
  public final ReviewLinks links;
  public final ReviewEngine engine;
  public final ShowReviews show;

  /** What the catalogue says about reviewed products. */
  public final ReviewedProducts products;

  public final WriteFeed feed;

  /** Makes photos of what people upload. */
  public final PhotoMaker photoMaker = PicturesModule.photos();

  /**
   * @param loyalty known once the shop runs
   * @param moments likewise
   */
  ReviewParts(
      Infrastructure base,
      OrderReader orders,
      OrderLineStore lines,
      LinkSigner signer,
      Supplier<LoyaltyParts> loyalty,
      Supplier<Moments> moments) {
    store = ReviewJdbcModule.reviews(base.jdbc, base.inserts);
    photos = ReviewJdbcModule.photos(base.jdbc, base.inserts);
    views = ReviewJdbcModule.views(base.jdbc);
    settings = ReviewJdbcModule.settings(base.jdbc);
    asks = AskJdbcModule.asks(base.jdbc, base.inserts);
    links = new ReviewLinks(base::shop, signer);
    engine =
        new ReviewEngine(
            new ReviewEngine.Stores(
                store,
                photos,
                ReviewJdbcModule.counts(base.jdbc),
                asks,
                lines,
                ReviewJdbcModule.kept(base.jdbc, base.inserts)),
            new ReviewEngine.Shopside(
                settings,
                orders,
                new PointsForReviews(loyalty, base.transactions),
                moments,
                links,
                base::zone),
            base.transactions,
            base.clock);
    show = new ShowReviews(views, photos, base.transactions);
    products = new BroadleafProducts(base.inserts, base::shop);
    feed = new WriteFeed(views, photos, products, base.shop, base.transactions);
  }

  /** Points by the merchant's rules for the event, whatever the stars; guests get none. */
  private static final class PointsForReviews implements ReviewRewards {
    private final Supplier<LoyaltyParts> loyalty;
    private final Transactions transactions;

    PointsForReviews(Supplier<LoyaltyParts> loyalty, Transactions transactions) {
      this.loyalty = loyalty;
      this.transactions = transactions;
    }

    @Override
    public boolean arePromised() {
      ProgrammeReader programmes = loyalty.get().programmes;
      List<EarningRule> rules = programmes.rules();
      return programmes.active().isPresent() && rules.stream().anyMatch(r -> r.earnsBy(EVENT));
    }

    @Override
    public boolean give(Review review) {
      AwardForEvent events = loyalty.get().getEvents();
      return review.place.customerId != 0
          && !events.award(review.place.customerId, EVENT, "review:" + review.id).isEmpty();
    }

    @Override
    public boolean takeBack(Review review) {
      LoyaltyParts parts = loyalty.get();
      TakeBackAward back =
          new TakeBackAward(parts.programmes, parts.views, parts.getLedger(), transactions);
      return review.place.customerId != 0
          && back.takeBack(review.place.customerId, EVENT, "review:" + review.id, "FRAUD");
    }
  }

  /** Counts anew each night. */
  DueWork proveCounts(Infrastructure base) {
    return new ProveCounts(
        store,
        base.transactions,
        base.failures,
        new ProveCounts.Night(
            base.node.leases, base.node.owner, base.clock, COUNTING_AT, base.shop.zone));
  }

  /** Keeps the host's own ratings true to the reviews. */
  DueWork hostRatings(Infrastructure base, RatingSummaryDao summaries, SettingsQuery query) {
    return new SyncHostRatings(
        store,
        settings,
        new BroadleafRatings(summaries, query, base.jdbc),
        base.transactions,
        base.failures,
        base.clock);
  }
}
