package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/**
 * The form behind a signed link on which a buyer says how much a product of an order is used, so
 * that {@link UsageOccasion} can tell when so much was used again. The shop says after how much:
 * the product's attribute {@code usage-every}, such as {@code 500 km}.
 *
 * <p>The link is for one line of one order. Whoever has it can change the rate of that product and
 * nothing else; opening it changes nothing. Saying the same again counts from then on. Safe for
 * concurrent use.
 */
public final class UsageForm implements OrderModel.UsagePage {
  /** Path of the page on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/usage/";

  private static final Pattern EVERY =
      Pattern.compile("(\\d{1,9})\\s*([^\\d\\s|][^|\\r\\n]{0,19})");
  private static final Pattern RATE = Pattern.compile("(\\d{1,7})([.,]\\d{1,3})?");

  private final Supplier<Shop> shop;
  private final LinkSigner signer;
  private final LongFunction<OptionalLong> orderOfLine;
  private final OrderReader orders;
  private final UsageRates rates;
  private final DueOccasions rows;
  private final Transactions transactions;

  /** What the form stands on. */
  public static final class Ground {
    final UsageRates rates;
    final DueOccasions rows;
    final Transactions transactions;

    public Ground(UsageRates rates, DueOccasions rows, Transactions transactions) {
      this.rates = requireNonNull(rates, "rates");
      this.rows = requireNonNull(rows, "rows");
      this.transactions = requireNonNull(transactions, "transactions");
    }
  }

  /**
   * @param orderOfLine the order that a line belongs to; empty when the shop has it no more
   */
  public UsageForm(
      Supplier<Shop> shop,
      LinkSigner signer,
      LongFunction<OptionalLong> orderOfLine,
      OrderReader orders,
      Ground ground) {
    this.shop = shop;
    this.signer = signer;
    this.orderOfLine = orderOfLine;
    this.orders = orders;
    this.rates = ground.rates;
    this.rows = ground.rows;
    this.transactions = ground.transactions;
  }

  /** What is asked. */
  public static final class Asked {
    public final String product;

    /** After how many units the shop tells. */
    public final long every;

    /** As shoppers read it, such as {@code km}. */
    public final String unit;

    /** What was said before, in units a week; 0 for nothing. */
    public final long perWeek;

    private final long productId;
    private final long orderId;
    private final DueOccasion.Person person;

    private Asked(
        long orderId,
        OrderLine line,
        long every,
        String unit,
        long perWeek,
        DueOccasion.Person person) {
      this.orderId = orderId;
      this.product = line.name;
      this.productId = line.goods.productId;
      this.every = every;
      this.unit = unit;
      this.perWeek = perWeek;
      this.person = person;
    }
  }

  /** What came of an answer; the names are parts of message keys. */
  public enum Answer {
    SAVED,
    /** Nothing will be told any more. */
    STOPPED,
    /** It is no number above 0. */
    NO_NUMBER,
    /** It would come more often than daily, or less than once in five years. */
    OUT_OF_RANGE,
    /** The link is none of ours, too old, or the product or order is gone. */
    GONE
  }

  @Override
  public String of(OrderLine line) {
    boolean asked =
        line.care.available && line.goods.productId > 0 && EVERY.matcher(line.care.usage).matches();
    return asked
        ? shop.get().url + PATH + signer.seal(LinkPurpose.USAGE, String.valueOf(line.lineId))
        : "";
  }

  /** What the page of a link shows; empty when the link is no good any more. Changes nothing. */
  public Optional<Asked> open(String token) {
    long lineId;
    try {
      lineId = Long.parseLong(signer.open(LinkPurpose.USAGE, token));
    } catch (LinkRefusedException | NumberFormatException notOurs) {
      return Optional.empty();
    }
    return transactions.call(
        () -> {
          OptionalLong orderId = orderOfLine.apply(lineId);
          return orderId.isPresent()
              ? orders.find(orderId.getAsLong()).flatMap(order -> asked(order, lineId))
              : Optional.<Asked>empty();
        });
  }

  private Optional<Asked> asked(OrderSnapshot order, long lineId) {
    Optional<OrderLine> line =
        order.lines.stream().filter(l -> l.lineId == lineId && l.goods.productId > 0).findFirst();
    Matcher every = EVERY.matcher(line.map(l -> l.care.usage).orElse(""));
    if (!order.isPlaced() || !every.matches() || !isUsable(order.email)) {
      return Optional.empty();
    }
    DueOccasion.Person person =
        order.registered
            ? DueOccasion.Person.customer(order.customerId, order.email)
            : DueOccasion.Person.guest(order.email, order.firstName, order.locale.toLanguageTag());
    long units = Math.max(1, Long.parseLong(every.group(1)));
    return Optional.of(
        new Asked(
            order.orderId,
            line.get(),
            units,
            every.group(2).trim(),
            known(person, line.get()),
            person));
  }

  private static boolean isUsable(String email) {
    try {
      EmailAddress.of(email);
      return true;
    } catch (InvalidEmailAddressException e) {
      return false;
    }
  }

  private long known(DueOccasion.Person person, OrderLine line) {
    String about = String.valueOf(line.goods.productId);
    String key = DueOccasion.of(UsageOccasion.KEY, person, about, null).key;
    List<DueOccasion> found = rows.find(Collections.singleton(key));
    return found.isEmpty() || found.get(0).dueAt == null
        ? 0
        : UsageOccasion.Use.read(found.get(0).subject).perWeek;
  }

  /**
   * Notes what the buyer has typed.
   *
   * @param perWeek units a week, in any notation with at most three decimals; 0 ends it
   */
  public Answer save(String token, String perWeek) {
    Optional<Asked> asked = open(token);
    if (!asked.isPresent()) {
      return Answer.GONE;
    }
    Asked form = asked.get();
    String typed = perWeek.trim();
    if (!RATE.matcher(typed).matches()) {
      return Answer.NO_NUMBER;
    }
    BigDecimal units = new BigDecimal(typed.replace(',', '.'));
    if (units.signum() == 0) {
      rates.forget(form.person, form.productId);
      return Answer.STOPPED;
    }
    try {
      rates.usesOf(
          form.orderId,
          form.person,
          form.productId,
          form.every,
          Math.max(1, units.setScale(0, RoundingMode.HALF_UP).longValue()),
          form.unit);
      return Answer.SAVED;
    } catch (PostPurchaseException outOfRange) {
      return Answer.OUT_OF_RANGE;
    }
  }
}
