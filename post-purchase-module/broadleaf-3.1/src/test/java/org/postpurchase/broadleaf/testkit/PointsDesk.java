package org.postpurchase.broadleaf.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.broadleaf.points.PointsGatewayType;
import org.postpurchase.broadleaf.points.PointsPayments;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.loyalty.RedemptionOffer;
import org.springframework.context.ApplicationContext;

/** Runs the programme, gives points and pays with them, as merchants and shoppers do. */
public final class PointsDesk {
  public static final String PROGRAMME = "main";
  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

  private final ApplicationContext host;
  private final Plugin plugin;
  private final SettingsAccess settings;
  private final Shopper shopper;

  public PointsDesk(ApplicationContext host) {
    this.host = host;
    this.plugin = new Plugin(host);
    this.settings = new SettingsAccess(host);
    this.shopper = new Shopper(host);
    shopper.newSku(); // the currency of the carts
  }

  /** Switches the shipped programme on: 100 points are a euro. */
  public void open(int minimum, int block, int sharePercent) {
    settings.read(
        em -> {
          LoyaltyProgramme row = row(em);
          row.setActive(true);
          row.setActiveSince(0L);
          row.setMinimumPoints(minimum);
          row.setBlockPoints(block);
          row.setMaxSharePercent(sharePercent);
          return null;
        });
  }

  public void close() {
    settings.read(
        em -> {
          row(em).setActive(false);
          return null;
        });
  }

  private static LoyaltyProgramme row(javax.persistence.EntityManager em) {
    return em.createQuery(
            "select p from org.postpurchase.broadleaf.entity.LoyaltyProgramme p"
                + " where p.programmeKey = 'main'",
            LoyaltyProgramme.class)
        .getSingleResult();
  }

  /** Somebody with an account and so many points that can be used. */
  public Customer customerWith(long points) {
    Customer customer = shopper.registered("points-" + NUMBERS.incrementAndGet() + "@test.example");
    if (points > 0) {
      give(customer, points);
    }
    return customer;
  }

  /** Gives, or takes what is below zero. */
  public void give(Customer customer, long points) {
    PostingResult result =
        plugin
            .getLoyalty()
            .getLedger()
            .adjust(
                account(customer),
                new PostingRequest(
                    Verb.ADJUST, "test:" + NUMBERS.incrementAndGet(), 0, "TEST", "test", ""),
                points,
                null);
    if (!result.isDone()) {
      throw new IllegalStateException(result.toString());
    }
  }

  public long account(Customer customer) {
    return plugin.getLoyalty().getLedger().open(PROGRAMME, Owners.ofCustomer(customer.getId()));
  }

  public PointsBalance balance(Customer customer) {
    return plugin
        .getLoyalty()
        .views
        .balance(PROGRAMME, Owners.ofCustomer(customer.getId()), plugin.getClock().instant());
  }

  public long usable(Customer customer) {
    return balance(customer).usable;
  }

  public List<PointsHold> holds(Order order) {
    return plugin.getLoyalty().views.holdsOfOrder(order.getId());
  }

  /** Handles what has happened to orders so far. */
  public void relay() {
    while (plugin.getDueWork().get(0).runDue() > 0) {
      continue;
    }
  }

  public PointsPayments payments() {
    return host.getBean("ppPointsPayments", PointsPayments.class);
  }

  public RedemptionOffer offer(Order cart) throws Exception {
    return WebRequest.call(host, () -> payments().offerFor(load(cart)).orElseThrow());
  }

  public Order use(Order cart, long points) throws Exception {
    return WebRequest.call(host, () -> payments().use(load(cart), points));
  }

  public Order remove(Order cart) throws Exception {
    return WebRequest.call(host, () -> payments().remove(load(cart)));
  }

  public long pointsOf(Order cart) throws Exception {
    return WebRequest.call(host, () -> payments().pointsOf(load(cart)));
  }

  /** Prices the cart in a request of its own. */
  public Order price(Order cart) throws Exception {
    return WebRequest.call(host, () -> orders().save(load(cart), true));
  }

  /** What the host's controller does for those who pay on delivery, up to the checkout itself. */
  public Order payRestOnDelivery(Order cart) throws Exception {
    return payRest(
        cart,
        PaymentType.COD,
        PaymentGatewayType.PASSTHROUGH,
        PaymentTransactionType.AUTHORIZE_AND_CAPTURE);
  }

  /** The rest is to be confirmed by the other gateway. */
  public Order payRestElsewhere(Order cart) throws Exception {
    return payRest(
        cart,
        PaymentType.THIRD_PARTY_ACCOUNT,
        SecondGateway.TYPE,
        PaymentTransactionType.UNCONFIRMED);
  }

  /** The other gateway has taken the rest before the checkout begins, as hosted pages do. */
  public Order payRestElsewhereAtOnce(Order cart) throws Exception {
    return payRest(
        cart,
        PaymentType.THIRD_PARTY_ACCOUNT,
        SecondGateway.TYPE,
        PaymentTransactionType.AUTHORIZE_AND_CAPTURE);
  }

  private Order payRest(
      Order cart,
      PaymentType type,
      PaymentGatewayType gateway,
      PaymentTransactionType transactionType)
      throws Exception {
    return WebRequest.call(
        host,
        () -> {
          Order order = load(cart);
          for (OrderPayment payment : order.getPayments()) {
            if (!PointsGatewayType.LOYALTY_POINTS.equals(payment.getGatewayType())) {
              payment.setArchived('Y');
            }
          }
          Money rest = order.getTotalAfterAppliedPayments();
          OrderPaymentService service =
              host.getBean("blOrderPaymentService", OrderPaymentService.class);
          OrderPayment payment = service.create();
          payment.setType(type);
          payment.setPaymentGatewayType(gateway);
          payment.setAmount(rest);
          payment.setOrder(order);
          PaymentTransaction transaction = service.createTransaction();
          transaction.setAmount(rest);
          transaction.setType(transactionType);
          transaction.setOrderPayment(payment);
          transaction.getAdditionalFields().put("PASSTHROUGH_PAYMENT_TYPE", type.getType());
          payment.addTransaction(transaction);
          orders().addPaymentToOrder(order, payment, null);
          return load(cart);
        });
  }

  /** All payments of the order that count, as "gateway amount type type …". */
  public List<String> paymentRows(Order cart) throws Exception {
    return WebRequest.call(
        host,
        () ->
            settings.read(
                em -> {
                  List<String> rows = new ArrayList<>();
                  for (OrderPayment payment : load(cart).getPayments()) {
                    if (payment.isActive()) {
                      StringBuilder row =
                          new StringBuilder(payment.getGatewayType().getType())
                              .append(' ')
                              .append(payment.getAmount().getAmount().setScale(2));
                      payment.getTransactions().stream()
                          .map(t -> t.getType().getType())
                          .sorted()
                          .forEach(t -> row.append(' ').append(t));
                      rows.add(row.toString());
                    }
                  }
                  return rows;
                }));
  }

  public Order load(Order order) {
    return orders().findOrderById(order.getId());
  }

  public OrderService orders() {
    return host.getBean("blOrderService", OrderService.class);
  }
}
