package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.recommend.BroadleafPurchasedLines;
import org.postpurchase.broadleaf.recommend.BroadleafShelf;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.ModelPart;
import org.postpurchase.recommend.Complement;
import org.postpurchase.recommend.MailRecommendations;
import org.postpurchase.recommend.Recommend;
import org.postpurchase.recommend.RecommendIndex;
import org.postpurchase.recommend.RecommendState;
import org.postpurchase.recommend.RecommendStore;
import org.postpurchase.recommend.Recommendation;
import org.postpurchase.recommend.Shelf;
import org.postpurchase.recommend.jdbc.RecommendJdbcModule;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the host's catalogue and orders say about recommendations, over its real tables. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecommendationsIT {
  private static final AtomicLong IDS = new AtomicLong(70_000_000L);

  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final SqlDialect dialect = SqlDialect.of(HostContext.dataSource());
  private final BroadleafShelf shelf = new BroadleafShelf(jdbc, dialect, () -> "EUR");
  private String mailbox;

  @BeforeEach
  void start() {
    HostContext.watch().reset();
    mailbox = "likes" + IDS.incrementAndGet() + "@test.example";
  }

  /** A product that can be bought; its id is its SKU's too. */
  private long product(String name) {
    long id = IDS.incrementAndGet();
    jdbc.update(
        "insert into BLC_SKU (SKU_ID, NAME, RETAIL_PRICE, SALE_PRICE, ACTIVE_START_DATE)"
            + " values (?, ?, 12.90, 9.95, timestamp '2020-01-01 00:00:00')",
        id,
        name);
    jdbc.update(
        "insert into BLC_PRODUCT (PRODUCT_ID, DEFAULT_SKU_ID, URL, IS_FEATURED_PRODUCT) values (?,"
            + " ?, ?, false)",
        id,
        id,
        "/p" + id);
    return id;
  }

  private List<Long> onSale(long... products) {
    List<Long> ids = new ArrayList<>();
    for (long id : products) {
      ids.add(id);
    }
    Shelf read = shopper.transactions().call(() -> shelf.read(ids, Collections.singleton(mailbox)));
    return told(read, ids);
  }

  /** Those that a buyer may be told about. */
  private List<Long> told(Shelf read, List<Long> ids) {
    List<Long> told = new ArrayList<>();
    RecommendStore pairs = new Pairs(ids);
    Recommend recommend =
        new Recommend(
            pairs,
            (products, mailboxes) -> read,
            Collections::emptyMap,
            shopper.transactions(),
            Clock.systemUTC());
    Recommend.Buyer buyer =
        new Recommend.Buyer(mailbox, Collections.emptyList(), Collections.emptySet());
    for (Recommendation each : recommend.to(List.of(buyer), 100).get(0)) {
      told.add(each.product.productId);
    }
    return told;
  }

  @Test
  void only_what_anybody_can_buy_now_is_on_sale_and_with_its_sale_price() {
    long good = product("Kettle");
    long archived = product("Archived");
    jdbc.update("update BLC_PRODUCT set ARCHIVED = 'Y' where PRODUCT_ID = ?", archived);
    long ended = product("Ended");
    jdbc.update(
        "update BLC_SKU set ACTIVE_END_DATE = timestamp '2021-01-01 00:00:00' where SKU_ID = ?",
        ended);
    long later = product("Later");
    jdbc.update(
        "update BLC_SKU set ACTIVE_START_DATE = timestamp '2099-01-01 00:00:00' where SKU_ID = ?",
        later);
    long off = product("Marked");
    jdbc.update("update BLC_SKU set AVAILABLE_FLAG = 'N' where SKU_ID = ?", off);
    long none = product("Unavailable");
    jdbc.update("update BLC_SKU set INVENTORY_TYPE = 'UNAVAILABLE' where SKU_ID = ?", none);
    long soldOut = product("Sold out");
    jdbc.update("update BLC_SKU set INVENTORY_TYPE = 'CHECK_QUANTITY' where SKU_ID = ?", soldOut);
    long pageless = product("Without a page");
    jdbc.update("update BLC_PRODUCT set URL = null where PRODUCT_ID = ?", pageless);

    assertThat(onSale(good, archived, ended, later, off, none, soldOut, pageless))
        .containsExactly(good);
  }

  @Test
  void what_was_ordered_is_known_by_the_mailbox_and_by_the_account_also_when_cancelled()
      throws Exception {
    long first = product("First");
    long second = product("Second");
    long other = product("Other");
    Customer customer = shopper.registered("account" + IDS.incrementAndGet() + "@test.example");
    become(shopper.buy(customer, mailbox.toUpperCase(Locale.ROOT)), first);
    Order elsewhere = shopper.buy(customer, "second-" + mailbox);
    become(elsewhere, second);
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", elsewhere.getId());
    become(shopper.buy("stranger-" + mailbox), other);
    desk.relay();

    assertThat(onSale(first, second, other)).containsExactly(other);
  }

  @Test
  void a_look_is_one_statement() {
    long good = product("Kettle");
    onSale(good); // the first one looks at the host's columns
    HostContext.watch().reset();

    onSale(good);

    assertThat(HostContext.watch().statements()).hasSize(1);
  }

  /** The block of a batch of mails, as the sender asks for it. */
  @Test
  void the_block_of_a_hundred_mails_is_one_statement_and_of_two_hundred_one_more_at_most() {
    long good = product("Kettle");
    Recommend recommend =
        new Recommend(
            new Pairs(List.of(good)),
            shelf,
            Collections::emptyMap,
            shopper.transactions(),
            Clock.systemUTC());
    MailRecommendations block = new MailRecommendations(recommend, HostContext.plugin()::getShop);
    shown(block, 1); // the first one looks at the host's columns
    HostContext.watch().reset();

    assertThat(shown(block, 100)).isEqualTo(100);

    assertThat(HostContext.watch().statements()).hasSizeLessThanOrEqualTo(1);
    assertThat(shown(block, 200)).isEqualTo(200);
    assertThat(HostContext.watch().statements()).hasSizeLessThanOrEqualTo(3);
  }

  /** How many of so many mails show a product. */
  private int shown(MailRecommendations block, int mails) {
    List<ModelPart.Subject> readers = new ArrayList<>();
    for (int i = 0; i < mails; i++) {
      readers.add(new ModelPart.Subject(null, null, i + mailbox, true));
    }
    ModelPart.Reading read = block.knowing(readers);
    int shown = 0;
    for (ModelPart.Subject reader : readers) {
      List<?> products = (List<?>) read.of(reader, Language.of(Locale.UK)).get("products");
      shown += products.isEmpty() ? 0 : 1;
    }
    return shown;
  }

  @Test
  void a_build_counts_kept_products_of_placed_orders() throws Exception {
    long first = product("First");
    long second = product("Second");
    long returned = product("Returned");
    for (int i = 0; i < 2; i++) {
      become(shopper.buy(mailbox), first);
    }
    Order back = shopper.buy(mailbox);
    become(back, returned);
    become(shopper.buy(mailbox), second);
    desk.relay();
    List<LineQuantity> lines =
        jdbc.query(
            "select ORDER_ITEM_ID, QUANTITY from BLC_ORDER_ITEM where ORDER_ID = ?",
            (row, n) -> LineQuantity.of(row.getLong(1), row.getInt(2)),
            back.getId());
    HostContext.plugin().getLifecycle().linesReturned(back.getId(), lines, "back-" + back.getId());
    desk.relay();
    jdbc.update("delete from PP_RECOMMEND_LINE");

    shopper
        .transactions()
        .run(() -> new BroadleafPurchasedLines(jdbc).copy(Instant.now().minus(Duration.ofDays(1))));

    List<Long> copied =
        jdbc.queryForList(
            "select PRODUCT_ID from PP_RECOMMEND_LINE where PRODUCT_ID in (?, ?, ?)"
                + " order by PRODUCT_ID",
            Long.class,
            first,
            second,
            returned);
    assertThat(copied).containsExactly(first, first, second);
    RecommendStore store = RecommendJdbcModule.store(jdbc, new Inserts(jdbc, dialect));
    RecommendState built =
        shopper
            .transactions()
            .call(
                () ->
                    store.build(
                        new BroadleafPurchasedLines(jdbc),
                        Instant.now().minus(Duration.ofDays(1)),
                        Instant.now()));
    assertThat(built.orders).isGreaterThanOrEqualTo(3);
  }

  /** The order's lines are of that product now. */
  private void become(Order order, long product) {
    assertThat(
            jdbc.update(
                "update BLC_DISCRETE_ORDER_ITEM set PRODUCT_ID = ? where ORDER_ITEM_ID in"
                    + " (select ORDER_ITEM_ID from BLC_ORDER_ITEM where ORDER_ID = ?)",
                product,
                order.getId()))
        .isPositive();
  }

  /** A build in which all of the products sell. */
  private static final class Pairs implements RecommendStore {
    private final List<Long> products;

    Pairs(List<Long> products) {
      this.products = products;
    }

    @Override
    public RecommendState state() {
      return new RecommendState(true, 1, Instant.EPOCH, 1, 1, 1);
    }

    @Override
    public void turn(boolean active) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RecommendState build(PurchasedLines lines, Instant since, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void read(RecommendIndex index) {
      index.top(0, products);
    }

    @Override
    public List<Complement> complements() {
      return Collections.emptyList();
    }

    @Override
    public Optional<Complement> complement(long id) {
      return Optional.empty();
    }

    @Override
    public Optional<Long> add(Complement fresh) {
      return Optional.empty();
    }

    @Override
    public boolean remove(long id) {
      return false;
    }
  }
}
