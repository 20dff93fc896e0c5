package org.postpurchase.broadleaf.points;

import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafcommerce.profile.core.service.listener.PostRegistrationObserver;
import org.postpurchase.loyalty.AwardForEvent;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationAdapter;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives points to whoever has just opened an account, by the rules for the event {@link #CODE}, and
 * those of orders that the same customer placed as a guest.
 *
 * <p>Waits until the host has committed the account and works in a transaction of its own, so that
 * nothing that fails here fails the registration. Pays once for each account. A JVM that dies in
 * between leaves the points to the store, which may report the event again through {@code
 * ppLoyaltyEvents}.
 */
public final class AwardRegistration implements PostRegistrationObserver {
  /** As rules name it. */
  public static final String CODE = "REGISTRATION";

  /** Said with {@link #CODE}, so that each account is paid for once. */
  public static final String OCCURRENCE = "once";

  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(AwardRegistration.class));

  private final AwardForEvent events;
  private final OwnOrders orders;
  private final TransactionTemplate apart;

  public AwardRegistration(
      CustomerService customers,
      AwardForEvent events,
      OwnOrders orders,
      PlatformTransactionManager manager) {
    this.events = events;
    this.orders = orders;
    apart = new TransactionTemplate(manager);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    customers.addPostRegisterListener(this);
  }

  @Override
  public void processRegistrationEvent(Customer customer) {
    Long id = customer.getId();
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      award(id);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronizationAdapter() {
          @Override
          public void afterCommit() {
            award(id);
          }
        });
  }

  private void award(Long customerId) {
    try {
      apart.execute(
          status -> {
            events.award(customerId, CODE, OCCURRENCE);
            orders.claim(customerId);
            return null;
          });
    } catch (Throwable failure) { // the account comes first
      TROUBLE.error(
          "not given",
          "points for opening an account were not given customer=" + customerId,
          failure);
    }
  }
}
