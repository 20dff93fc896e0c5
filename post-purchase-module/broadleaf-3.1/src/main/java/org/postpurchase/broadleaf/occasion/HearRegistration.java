package org.postpurchase.broadleaf.occasion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerAttribute;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafcommerce.profile.core.service.listener.PostRegistrationObserver;
import org.postpurchase.moment.Moments;
import org.postpurchase.occasion.PersonDays;
import org.postpurchase.occasion.RegisteredTrigger;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationAdapter;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells series that an account was opened, and notes its anniversary, and the birthday where the
 * account has an attribute {@code birthday} as {@code 1990-02-28}.
 *
 * <p>Waits until the host has committed the account and works in a transaction of its own, so that
 * nothing that fails here fails the registration. A JVM that dies in between leaves it to the
 * store, which may report {@link RegisteredTrigger#moment} to {@code ppMoments} again: an account
 * is welcomed once.
 */
public final class HearRegistration implements PostRegistrationObserver {
  /** Name of the customer's attribute. */
  public static final String BIRTHDAY = "birthday";

  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(HearRegistration.class));

  private final Moments moments;
  private final PersonDays days;
  private final Clock clock;
  private final TransactionTemplate apart;

  public HearRegistration(
      CustomerService customers,
      Moments moments,
      PersonDays days,
      Clock clock,
      PlatformTransactionManager manager) {
    this.moments = moments;
    this.days = days;
    this.clock = clock;
    apart = new TransactionTemplate(manager);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    customers.addPostRegisterListener(this);
  }

  @Override
  public void processRegistrationEvent(Customer customer) {
    Long id = customer.getId();
    Optional<LocalDate> birthday = birthday(customer);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      hear(id, birthday);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronizationAdapter() {
          @Override
          public void afterCommit() {
            hear(id, birthday);
          }
        });
  }

  private static Optional<LocalDate> birthday(Customer customer) {
    CustomerAttribute attribute =
        customer.getCustomerAttributes() == null
            ? null
            : customer.getCustomerAttributes().get(BIRTHDAY);
    try {
      return attribute == null || attribute.getValue() == null
          ? Optional.empty()
          : Optional.of(LocalDate.parse(attribute.getValue().trim()));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private void hear(Long customerId, Optional<LocalDate> birthday) {
    try {
      apart.execute(
          status -> {
            Instant now = clock.instant();
            days.signedUp(customerId, now);
            birthday.ifPresent(day -> days.birthday(customerId, day));
            moments.report(RegisteredTrigger.moment(customerId, now));
            return null;
          });
    } catch (Throwable failure) { // the account comes first
      TROUBLE.error(
          "not told", "series were not told of the account customer=" + customerId, failure);
    }
  }
}
