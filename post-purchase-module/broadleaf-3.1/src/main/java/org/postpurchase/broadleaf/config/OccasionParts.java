package org.postpurchase.broadleaf.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.postpurchase.broadleaf.occasion.BroadleafCarts;
import org.postpurchase.broadleaf.occasion.BroadleafGoods;
import org.postpurchase.moment.Moments;
import org.postpurchase.moment.Trigger;
import org.postpurchase.occasion.BasketLinks;
import org.postpurchase.occasion.CalendarDay;
import org.postpurchase.occasion.CartTrigger;
import org.postpurchase.occasion.DueOccasions;
import org.postpurchase.occasion.IdleCarts;
import org.postpurchase.occasion.Occasion;
import org.postpurchase.occasion.OrderOccasion;
import org.postpurchase.occasion.PersonDays;
import org.postpurchase.occasion.PlanOccasions;
import org.postpurchase.occasion.Purchases;
import org.postpurchase.occasion.RegisteredTrigger;
import org.postpurchase.occasion.ReorderGaps;
import org.postpurchase.occasion.ReplenishOccasion;
import org.postpurchase.occasion.ReportCarts;
import org.postpurchase.occasion.ReportCountries;
import org.postpurchase.occasion.ReportOccasions;
import org.postpurchase.occasion.UsageForm;
import org.postpurchase.occasion.UsageOccasion;
import org.postpurchase.occasion.UsageRates;
import org.postpurchase.occasion.Weather;
import org.postpurchase.occasion.WeatherTrigger;
import org.postpurchase.occasion.WinBackOccasion;
import org.postpurchase.occasion.YearlyOccasion;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.order.FollowingOrders;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.series.Triggers;
import org.postpurchase.shared.DueWork;
import org.postpurchase.tracking.LinkSigner;

/** What comes with time, put together once for each webapp. */
public final class OccasionParts {
  private final Infrastructure base;
  private final OrderReader orders;
  private final OrderHistory history;
  private final Supplier<Moments> moments;
  private final DueOccasions rows;
  private final List<OrderOccasion> ofOrders;
  private final List<YearlyOccasion> yearly;

  /** For code of the store: birthdays and the days on which accounts were opened. */
  public final PersonDays days;

  /** Puts goods into baskets. */
  public final BasketLinks links;

  private final IdleCarts carts;
  private final List<CalendarDay> calendar = CalendarDay.shipped();
  private final List<WeatherTrigger> weather;
  private final UsageOccasion usage;
  private final UsageRates rates;
  private final Purchases purchases;

  /** What the shop knows of orders. */
  static final class Orders {
    final OrderReader orders;
    final OrderHistory history;
    final FollowingOrders next;
    final OrderLineStore lines;

    Orders(OrderReader orders, OrderHistory history, FollowingOrders next, OrderLineStore lines) {
      this.orders = orders;
      this.next = next;
      this.history = history;
      this.lines = lines;
    }
  }

  /**
   * @param signer known once the shop runs, as {@code moments} are
   */
  OccasionParts(
      Infrastructure base,
      Orders shop,
      Weather.Provider provider,
      Supplier<LinkSigner> signer,
      Supplier<Moments> moments) {
    this.base = base;
    this.orders = shop.orders;
    this.history = shop.history;
    this.moments = moments;
    links = new BasketLinks(base::shop, signer);
    rows = OccasionJdbcModule.occasions(base.jdbc, base.inserts);
    ReorderGaps gaps = new ReorderGaps(OccasionJdbcModule.repeats(base.jdbc), base.clock);
    BroadleafGoods goods = new BroadleafGoods(base.inserts, links, gaps);
    purchases = new Purchases(orders, history, shop.next, shop.lines);
    ofOrders =
        Arrays.asList(
            new WinBackOccasion(purchases, history, rows, WinBackOccasion.Habit.USUAL),
            new ReplenishOccasion(goods));
    usage = new UsageOccasion(goods, purchases);
    rates = new UsageRates(rows, base.transactions, base.clock);
    weather = WeatherTrigger.all(provider);
    carts = new BroadleafCarts(base.jdbc, base.inserts.rows());
    yearly = YearlyOccasion.all(base::zone);
    days = new PersonDays(yearly, rows, base.transactions, base.clock);
  }

  List<Trigger> triggers() {
    List<Trigger> all = new ArrayList<>();
    all.add(new RegisteredTrigger());
    all.addAll(yearly);
    all.addAll(ofOrders);
    all.add(usage);
    all.addAll(calendar);
    all.addAll(weather);
    all.add(new CartTrigger(carts, history, links));
    return all;
  }

  EventHandler handler() {
    return new PlanOccasions(ofOrders, yearly.get(yearly.size() - 1), purchases, rows, moments);
  }

  DueWork report(Triggers triggers) {
    return new ReportOccasions(
        rows,
        key ->
            triggers
                .find(key)
                .flatMap(t -> t instanceof Occasion ? Optional.of((Occasion) t) : Optional.empty()),
        moments.get(),
        base.failures,
        base.transactions,
        base.clock);
  }

  DueWork reportCarts() {
    return new ReportCarts(
        carts, rows, moments.get(), base.failures, base.transactions, base.clock);
  }

  /** Holidays and the weather. */
  DueWork reportCountries(Triggers triggers) {
    return new ReportCountries(
        triggers::all,
        OccasionJdbcModule.people(base.jdbc),
        rows,
        moments.get(),
        base.transactions,
        base.node);
  }

  /** Where buyers say themselves how much they use what they have bought. */
  UsageForm usageForm(LinkSigner signer) {
    return new UsageForm(
        base::shop,
        signer,
        this::orderOfLine,
        orders,
        new UsageForm.Ground(rates, rows, base.transactions));
  }

  private OptionalLong orderOfLine(long lineId) {
    return base
        .jdbc
        .queryForList(
            "select ORDER_ID from BLC_ORDER_ITEM where ORDER_ITEM_ID = ? and ORDER_ID is not null",
            Long.class,
            lineId)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** For code of the store: how much people use what they have bought. */
  public UsageRates getUsage() {
    return rates;
  }
}
