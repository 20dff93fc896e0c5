package org.postpurchase.broadleaf.testkit;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.common.currency.domain.BroadleafCurrency;
import org.broadleafcommerce.common.currency.domain.BroadleafCurrencyImpl;
import org.broadleafcommerce.common.media.domain.Media;
import org.broadleafcommerce.common.media.domain.MediaImpl;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.catalog.service.type.ProductType;
import org.broadleafcommerce.core.checkout.service.CheckoutService;
import org.broadleafcommerce.core.checkout.service.gateway.PassthroughPaymentConstants;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.order.domain.FulfillmentOption;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.fulfillment.domain.FixedPriceFulfillmentOption;
import org.broadleafcommerce.core.order.fulfillment.domain.FixedPriceFulfillmentOptionImpl;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.type.FulfillmentType;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.postpurchase.shared.Transactions;
import org.springframework.context.ApplicationContext;

/** Buys things through the host's real services, as its controllers do. */
public final class Shopper {
  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

  private final ApplicationContext host;
  private final SettingsAccess settings;
  private static volatile long skuId;

  public Shopper(ApplicationContext host) {
    this.host = host;
    this.settings = new SettingsAccess(host);
  }

  /** A priced cart with one unit of each of two lines and an accepted payment. */
  public Order readyCart(String email) throws Exception {
    return WebRequest.call(host, () -> fillCart(email));
  }

  /** A cart of a guest with a code on it, priced and paid for. */
  public Order cartWithCode(String email, String... codes) throws Exception {
    return WebRequest.call(
        host, () -> pay(type(basket(customers().saveCustomer(customer(email)), email), codes)));
  }

  /** The same of a customer who has an account, with an e-mail address of the order's own. */
  public Order cartWithCode(Customer customer, String email, String code) throws Exception {
    return WebRequest.call(host, () -> pay(type(basket(customer, email), code)));
  }

  /** A priced cart of somebody with an account, two units in it and nothing paid. */
  public Order cart(Customer customer) throws Exception {
    return WebRequest.call(host, () -> basket(customer, customer.getEmailAddress()));
  }

  /** Chooses a way of shipping at a fixed price, and prices the cart. */
  public Order ship(Order cart, String price) throws Exception {
    return WebRequest.call(
        host,
        () -> {
          FixedPriceFulfillmentOption way = new FixedPriceFulfillmentOptionImpl();
          way.setName("Parcel");
          way.setPrice(new Money(new BigDecimal(price)));
          way.setFulfillmentType(FulfillmentType.PHYSICAL_SHIP);
          FulfillmentOption stored = settings.read(em -> em.merge(way));
          Order loaded = orders().findOrderById(cart.getId());
          loaded.getFulfillmentGroups().forEach(group -> group.setFulfillmentOption(stored));
          return orders().save(loaded, true);
        });
  }

  /** Somebody with an account. */
  public Customer registered(String email) {
    Customer customer = customer(email);
    customer.setRegistered(true);
    return customers().saveCustomer(customer);
  }

  /** Types codes into the cart's field, as the cart page does, and prices it. */
  private Order type(Order cart, String... codes) throws Exception {
    Order typed = cart;
    for (String code : codes) {
      typed =
          orders()
              .addOfferCode(
                  typed,
                  host.getBean("blOfferService", OfferService.class).lookupOfferCodeByCode(code),
                  true);
    }
    return typed;
  }

  private Order fillCart(String email) throws Exception {
    return pay(basket(customers().saveCustomer(customer(email)), email));
  }

  private Order basket(Customer customer, String email) throws Exception {
    return basket(customer, email, sku());
  }

  private Order basket(Customer customer, String email, long sku) throws Exception {
    Order cart = orders().createNewCartForCustomer(customer);
    cart.setEmailAddress(email);
    cart.setCurrency(settings.read(em -> em.find(BroadleafCurrencyImpl.class, "EUR")));
    cart = orders().save(cart, false);
    OrderItemRequestDTO item = new OrderItemRequestDTO();
    item.setSkuId(sku);
    item.setQuantity(2);
    return orders().addItem(cart.getId(), item, true);
  }

  /** Carts and checks out; returns the submitted order. */
  public Order buy(String email) throws Exception {
    return WebRequest.call(host, () -> submit(fillCart(email)));
  }

  /** Buys two of a product of the caller's. */
  public Order buy(String email, long sku) throws Exception {
    return WebRequest.call(
        host, () -> submit(pay(basket(customers().saveCustomer(customer(email)), email, sku))));
  }

  /** Buys with an account. */
  public Order buy(Customer customer, String email) throws Exception {
    return WebRequest.call(host, () -> submit(pay(basket(customer, email))));
  }

  /** A new product that nobody else's test buys; returns its SKU's id. */
  public long newSku() {
    return settings.read(this::newSku);
  }

  /** Checks out in a request of its own, in which the cart is loaded anew. */
  public Order checkOut(Order cart) throws Exception {
    return WebRequest.call(host, () -> submit(orders().findOrderById(cart.getId())));
  }

  /** Prices the cart, as saving the address does. */
  public Order priceAgain(Order cart) throws Exception {
    return WebRequest.call(host, () -> orders().save(orders().findOrderById(cart.getId()), true));
  }

  /** Accepts the payment anew, at what the cart costs by now, as the checkout page does. */
  public Order payAgain(Order cart) throws Exception {
    return WebRequest.call(
        host,
        () -> {
          Order loaded = orders().findOrderById(cart.getId());
          loaded.getPayments().clear();
          return pay(orders().save(loaded, false));
        });
  }

  /** The codes that the order carries. */
  public List<String> codesOf(Order order) throws Exception {
    return WebRequest.call(
        host,
        () ->
            orders().findOrderById(order.getId()).getAddedOfferCodes().stream()
                .map(OfferCode::getOfferCode)
                .toList());
  }

  private Order submit(Order cart) throws Exception {
    return host.getBean("blCheckoutService", CheckoutService.class)
        .performCheckout(cart)
        .getOrder();
  }

  private Order pay(Order cart) {
    OrderPaymentService payments = host.getBean("blOrderPaymentService", OrderPaymentService.class);
    OrderPayment payment = payments.create();
    payment.setType(PaymentType.COD);
    payment.setPaymentGatewayType(PaymentGatewayType.PASSTHROUGH);
    payment.setAmount(cart.getTotal());
    payment.setOrder(cart);
    PaymentTransaction transaction = payments.createTransaction();
    transaction.setAmount(cart.getTotal());
    transaction.setSuccess(true);
    transaction.setType(PaymentTransactionType.AUTHORIZE_AND_CAPTURE);
    transaction
        .getAdditionalFields()
        .put(PassthroughPaymentConstants.PASSTHROUGH_PAYMENT_TYPE, PaymentType.COD.getType());
    transaction.setOrderPayment(payment);
    payment.addTransaction(transaction);
    orders().addPaymentToOrder(cart, payment, null);
    return orders().findOrderById(cart.getId());
  }

  private Customer customer(String email) {
    Customer customer = customers().createCustomerFromId(null);
    customer.setUsername("shopper-" + NUMBERS.incrementAndGet());
    customer.setEmailAddress(email);
    customer.setFirstName("Robin");
    return customer;
  }

  private synchronized long sku() {
    if (skuId == 0) {
      skuId = settings.read(em -> newSku(em));
    }
    return skuId;
  }

  private long newSku(javax.persistence.EntityManager em) {
    if (em.find(BroadleafCurrencyImpl.class, "EUR") == null) {
      BroadleafCurrency euro = new BroadleafCurrencyImpl();
      euro.setCurrencyCode("EUR");
      euro.setFriendlyName("Euro");
      euro.setDefaultFlag(true);
      em.persist(euro);
    }
    CatalogService catalog = host.getBean("blCatalogService", CatalogService.class);
    Media picture = new MediaImpl();
    picture.setTitle("Beans");
    picture.setUrl("/img/beans.png");
    Sku sku = catalog.createSku();
    sku.setName("House beans 250 g");
    sku.setRetailPrice(new Money(new BigDecimal("12.90")));
    sku.setActiveStartDate(new Date(0));
    sku.setSkuMedia(Map.of("primary", picture));
    Product product = catalog.createProduct(ProductType.PRODUCT);
    product.setDefaultSku(sku);
    product.setUrl("/coffee/house-beans");
    product = em.merge(product);
    Sku saved = product.getDefaultSku();
    saved.setDefaultProduct(product);
    return em.merge(saved).getId();
  }

  private OrderService orders() {
    return host.getBean("blOrderService", OrderService.class);
  }

  private CustomerService customers() {
    return host.getBean("blCustomerService", CustomerService.class);
  }

  public Transactions transactions() {
    return settings.transactions();
  }
}
