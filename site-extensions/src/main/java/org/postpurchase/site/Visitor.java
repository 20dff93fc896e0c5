package org.postpurchase.site;

import java.util.Optional;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;

/** Whoever asks for the page, as the host knows them. */
public final class Visitor {
  private Visitor() {}

  /** Everybody has a customer's record, guests too; empty outside the host's filters. */
  public static Optional<Customer> current() {
    return Optional.ofNullable(CustomerState.getCustomer()).filter(c -> c.getId() != null);
  }

  /** Somebody with an account, also when the host only remembers them. */
  public static Optional<Customer> registered() {
    return current().filter(Customer::isRegistered);
  }

  /** Somebody who has signed in during this visit. */
  public static Optional<Customer> signedIn() {
    return registered().filter(Customer::isLoggedIn);
  }
}
