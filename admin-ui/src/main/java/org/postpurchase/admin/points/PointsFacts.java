package org.postpurchase.admin.points;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.LedgerViews.Holder;
import org.postpurchase.ledger.StaffMember;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Shop;

/** What the list of accounts shows. Reads only. */
public final class PointsFacts {
  private static final int REQUESTS_SHOWN = 50;
  private final AdjustAccount.Ground ground;
  private final ProgrammeReader programmes;
  private final FindOwners owners;
  private final OrderLinks orders;
  private final Shop shop;
  private final Words words;

  public PointsFacts(
      AdjustAccount.Ground ground,
      ProgrammeReader programmes,
      FindOwners owners,
      OrderLinks orders,
      Shop shop,
      Words words) {
    this.ground = ground;
    this.programmes = programmes;
    this.owners = owners;
    this.orders = orders;
    this.shop = shop;
    this.words = words;
  }

  LedgerViews views() {
    return ground.views;
  }

  AdjustmentLog log() {
    return ground.log;
  }

  Clock clock() {
    return ground.clock;
  }

  Shop shop() {
    return shop;
  }

  OrderLinks orders() {
    return orders;
  }

  /** The programme, switched on or not. */
  public Optional<Programme> programme() {
    return programmes.find();
  }

  Worth worth(Locale locale) {
    return new Worth(programmes.find(), orders.currencies(), locale);
  }

  /** What the shop owes; empty without a programme. */
  public Optional<LiabilityNote> liability(Locale locale) {
    Worth worth = worth(locale);
    return programmes
        .find()
        .map(programme -> new LiabilityNote(ground.views.liability(programme.key), worth));
  }

  /** All accounts, the newest first. */
  PageOf<HolderRow> page(ListPage page, Locale locale) {
    return ground.views.holders(page).map(found -> rows(found, locale));
  }

  /** The accounts of whoever an address, a customer's id or an order number stands for. */
  List<HolderRow> matching(String typed, Locale locale) {
    List<Holder> found = new ArrayList<>(ground.views.holdersOf(owners.matching(typed)));
    found.sort(Comparator.comparing((Holder h) -> h.changedAt).reversed());
    return rows(found, locale);
  }

  /** Names by id of customers who have no account and are meant by what somebody typed. */
  Map<Long, String> withoutAccount(String typed) {
    Set<String> keys = owners.matching(typed);
    ground.views.holdersOf(keys).forEach(holder -> keys.remove(holder.ownerKey));
    List<Long> customers =
        keys.stream().map(Owners::customerId).filter(id -> id != 0).collect(Collectors.toList());
    return new LinkedHashMap<>(owners.names(customers));
  }

  Optional<HolderRow> account(long accountId, Locale locale) {
    return ground
        .views
        .holder(accountId)
        .map(holder -> rows(Collections.singletonList(holder), locale).get(0));
  }

  /** Adjustments that wait for a second person. */
  List<RequestRow> waiting(StaffMember actor, Locale locale) {
    return requests(
        ground.requests.list(AdjustmentRequest.State.WAITING, REQUESTS_SHOWN), actor, locale);
  }

  /** The newest requests about one account, decided or not. */
  List<RequestRow> requestsOf(long accountId, StaffMember actor, Locale locale) {
    return requests(ground.requests.ofAccount(accountId, REQUESTS_SHOWN), actor, locale);
  }

  private List<RequestRow> requests(
      List<AdjustmentRequest> found, StaffMember actor, Locale locale) {
    Worth worth = worth(locale);
    Moments moments = new Moments(shop.zone, locale);
    List<RequestRow> rows = new ArrayList<>();
    for (AdjustmentRequest request : found) {
      rows.add(
          new RequestRow(
              request,
              account(request.details.accountId, locale)
                  .map(HolderRow::getOwner)
                  .orElse(request.details.posting.batchId),
              reason(request.details.posting.reasonCode, locale),
              request.askedBy.isSameAs(actor),
              worth,
              moments));
    }
    return rows;
  }

  /** A reason or cause in the admin's language; a merchant's own code stays as it is. */
  String reason(String code, Locale locale) {
    if (code.isEmpty()) {
      return "";
    }
    String own =
        programmes.types().find(code).map(t -> LocalText.in(t.cause(), locale)).orElse(code);
    return words.of("PostPurchase_PointsReason_" + code, own, locale);
  }

  /** What an account holds now, as a page shows it. */
  public BalanceNote balance(long accountId, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    return new BalanceNote(
        ground.views.balance(accountId, ground.clock.instant()), worth(locale), moments);
  }

  private List<HolderRow> rows(Collection<Holder> holders, Locale locale) {
    List<Long> customers = new ArrayList<>();
    List<Long> guests = new ArrayList<>();
    for (Holder holder : holders) {
      customers.add(Owners.customerId(holder.ownerKey));
      guests.add(Owners.orderId(holder.ownerKey));
    }
    Map<Long, String> names = new HashMap<>(owners.names(customers));
    Map<Long, String> numbers = orders.numbers(guests);
    Worth worth = worth(locale);
    Moments moments = new Moments(shop.zone, locale);
    List<HolderRow> rows = new ArrayList<>();
    for (Holder holder : holders) {
      long customer = Owners.customerId(holder.ownerKey);
      String name =
          customer == 0 ? numbers.get(Owners.orderId(holder.ownerKey)) : names.get(customer);
      rows.add(new HolderRow(holder, name, worth, moments));
    }
    return rows;
  }
}
