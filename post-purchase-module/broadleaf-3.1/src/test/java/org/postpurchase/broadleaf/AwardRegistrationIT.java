package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.Role;
import org.broadleafcommerce.profile.core.domain.RoleImpl;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.config.LoyaltyParts;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.loyalty.AwardForEvent;
import org.postpurchase.loyalty.Joining;
import org.postpurchase.loyalty.OrderPoints;
import org.postpurchase.loyalty.ShowPoints;

/** Opening an account through the host's own service. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AwardRegistrationIT {
  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private final CustomerService customers =
      HostContext.get().getBean("blCustomerService", CustomerService.class);

  @BeforeEach
  void open() {
    settings.read(AwardRegistrationIT::role);
    desk.open(0, 1, 100);
    rule(true);
  }

  /** Which the host gives to whoever registers. */
  private static Void role(EntityManager em) {
    if (em.createQuery("select r from " + RoleImpl.class.getName() + " r where r.roleName = :name")
        .setParameter("name", "ROLE_USER")
        .getResultList()
        .isEmpty()) {
      Role role = new RoleImpl();
      role.setRoleName("ROLE_USER");
      em.persist(role);
    }
    return null;
  }

  @AfterEach
  void close() {
    HostContext.watch().reset();
    rule(false);
    spending(false);
    joining(Joining.AUTOMATIC);
    desk.close();
  }

  /** The shipped one: 50 points. */
  private void rule(boolean active) {
    settings.read(
        em ->
            em.createQuery(
                    "update org.postpurchase.broadleaf.entity.EarningRuleImpl r set r.active = "
                        + active
                        + " where r.presetKey = 'registration'")
                .executeUpdate());
  }

  private Customer registers() {
    Customer customer = customers.createCustomerFromId(null);
    String name = "joining-" + NUMBERS.incrementAndGet() + "@test.example";
    customer.setUsername(name);
    customer.setEmailAddress(name);
    return customers.registerCustomer(customer, "secret12", "secret12");
  }

  @Test
  void whoever_opens_an_account_gets_its_points_once() {
    Customer customer = registers();
    assertThat(desk.usable(customer)).isEqualTo(50);

    HostContext.get()
        .getBean("ppLoyaltyEvents", AwardForEvent.class)
        .award(customer.getId(), "REGISTRATION", "once");
    assertThat(desk.usable(customer)).as("reported again").isEqualTo(50);
  }

  @Test
  void whoever_registers_after_ordering_as_a_guest_has_the_points_of_that_order() throws Exception {
    spending(true);
    Order order =
        new Shopper(HostContext.get()).buy("kept-" + NUMBERS.incrementAndGet() + "@x.example");
    desk.relay();
    Customer guest = order.getCustomer();
    assertThat(desk.balance(guest).pending).as("booked for the order").isZero();
    OrderPoints before = show().waiting(order.getId()).orElseThrow();

    guest.setUsername("kept-" + NUMBERS.incrementAndGet());
    customers.registerCustomer(guest, "secret12", "secret12");

    assertThat(desk.balance(guest).pending).isEqualTo(before.points).isPositive();
    assertThat(show().waiting(order.getId())).as("nothing is left to claim").isEmpty();
  }

  @Test
  void where_members_join_by_a_click_the_link_still_works_after_registering() throws Exception {
    spending(true);
    joining(Joining.BY_CLICK);
    Order order =
        new Shopper(HostContext.get()).buy("late-" + NUMBERS.incrementAndGet() + "@x.example");
    desk.relay();
    Customer guest = order.getCustomer();
    guest.setUsername("late-" + NUMBERS.incrementAndGet());
    customers.registerCustomer(guest, "secret12", "secret12");
    assertThat(desk.balance(guest).pending).as("no member yet").isZero();
    OrderPoints waiting = show().waiting(order.getId()).orElseThrow();

    LoyaltyParts loyalty = HostContext.plugin().getLoyalty();
    loyalty.getJoin().join(guest.getId(), "yes");
    loyalty.ownOrders.claim(guest.getId());

    assertThat(desk.balance(guest).pending).isEqualTo(waiting.points).isPositive();
    loyalty.ownOrders.claim(guest.getId());
    assertThat(desk.balance(guest).pending).as("again").isEqualTo(waiting.points);
  }

  private static ShowPoints show() {
    return HostContext.plugin().getLoyalty().getShow();
  }

  private void spending(boolean active) {
    settings.read(
        em ->
            em.createQuery(
                    "update org.postpurchase.broadleaf.entity.EarningRuleImpl r set r.active = "
                        + active
                        + " where r.presetKey = 'spend'")
                .executeUpdate());
  }

  private void joining(Joining joining) {
    settings.read(
        em ->
            em.createQuery(
                    "update org.postpurchase.broadleaf.entity.LoyaltyProgrammeImpl p"
                        + " set p.joining = '"
                        + joining
                        + "'")
                .executeUpdate());
  }

  @Test
  void while_the_programme_is_off_nothing_is_given_then_or_later() {
    desk.close();
    Customer early = registers();
    desk.open(0, 1, 100);

    assertThat(desk.usable(early)).isZero();
    assertThat(desk.usable(registers())).isEqualTo(50);
  }

  @Test
  void a_failing_ledger_fails_no_registration() {
    HostContext.watch()
        .interfere(
            sql -> {
              if (sql.contains("PP_POINTS")) {
                throw new java.sql.SQLException("the ledger is out of order");
              }
            });
    Customer customer = registers();
    HostContext.watch().reset();

    assertThat(customers.readCustomerById(customer.getId())).isNotNull();
    assertThat(desk.usable(customer)).isZero();
  }
}
