package org.postpurchase.broadleaf.config;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.postpurchase.broadleaf.person.ProductCategories;
import org.postpurchase.broadleaf.recommend.BroadleafPurchasedLines;
import org.postpurchase.broadleaf.recommend.BroadleafShelf;
import org.postpurchase.content.ContentLibrary;
import org.postpurchase.content.ContentScope;
import org.postpurchase.content.ContentStore;
import org.postpurchase.content.MailContent;
import org.postpurchase.content.SaveContent;
import org.postpurchase.content.jdbc.ContentJdbcModule;
import org.postpurchase.order.ModelPart;
import org.postpurchase.order.OrderLine;
import org.postpurchase.recommend.BuildRecommendations;
import org.postpurchase.recommend.MailRecommendations;
import org.postpurchase.recommend.Recommend;
import org.postpurchase.recommend.RecommendStore;
import org.postpurchase.recommend.jdbc.RecommendJdbcModule;
import org.postpurchase.segment.GoodsNames;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Money;

/** What mails and pages tell besides orders, put together once for each webapp. */
public final class ContentParts {
  /** When a shop sleeps. */
  private static final LocalTime BUILD_AT = LocalTime.of(2, 40);

  public final ContentStore store;
  public final ContentLibrary library;
  public final SaveContent save;
  public final GoodsNames goods;

  /** How mails show it. */
  public final MailContent mails;

  private final ProductCategories categories;
  public final RecommendStore recommendations;
  public final Recommend recommend;
  public final BuildRecommendations build;
  private final List<ModelPart> modelParts;

  ContentParts(Infrastructure base, SegmentParts segments) {
    goods = segments.goods;
    store = ContentJdbcModule.content(base.jdbc, base.inserts);
    library = new ContentLibrary(store, base.transactions, base.clock);
    save = new SaveContent(store, library, this::isThere, base.clock);
    mails = new MailContent(library, base::shop, base.clock);
    categories = new ProductCategories(base.jdbc, base.inserts.rows());
    recommendations = RecommendJdbcModule.store(base.jdbc, base.inserts);
    recommend =
        new Recommend(
            recommendations,
            new BroadleafShelf(base.jdbc, base.dialect, segments::getCurrency),
            goods::categories,
            base.transactions,
            base.clock);
    build =
        new BuildRecommendations(
            recommendations,
            new BroadleafPurchasedLines(base.jdbc),
            recommend,
            base.transactions,
            base.failures,
            new BuildRecommendations.Night(
                base.node.leases, base.node.owner, base.clock, BUILD_AT, base::zone));
    modelParts =
        Collections.unmodifiableList(
            Arrays.<ModelPart>asList(mails, new MailRecommendations(recommend, base::shop)));
  }

  private boolean isThere(ContentScope scope, long id) {
    return scope == ContentScope.PRODUCT
        ? goods.products(Collections.singleton(id)).containsKey(id)
        : goods.categories().containsKey(id);
  }

  /** What texts of series show of it. */
  List<ModelPart> modelParts() {
    return modelParts;
  }

  /** What runs in the background of this node. */
  List<DueWork> work() {
    return Collections.<DueWork>singletonList(build);
  }

  /** Somebody of whom nothing is known but that this product was bought or is looked at. */
  public Recommend.Buyer buyerOf(long productId, String name) {
    OrderLine line =
        new OrderLine(productId, name, 1, Money.zero(Currency.getInstance("EUR")), "", "")
            .of(
                new OrderLine.Goods(
                    productId,
                    categories
                        .of(Collections.singleton(productId))
                        .getOrDefault(productId, Collections.emptySet()),
                    true));
    return new Recommend.Buyer("", Collections.singleton(line), Collections.singleton(productId));
  }
}
