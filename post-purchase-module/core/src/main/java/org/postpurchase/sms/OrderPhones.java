package org.postpurchase.sms;

import java.util.Collection;
import java.util.Map;

/** The host's telephone numbers of orders. */
public interface OrderPhones {
  /**
   * The number beside the address that the order goes to, else the one it is billed to, by order
   * id. The number of statements does not depend on how many orders there are.
   */
  Map<Long, Typed> of(Collection<Long> orderIds);

  /** A number as it was typed, and the country of the address beside it. */
  final class Typed {
    public final String number;
    public final String country;

    public Typed(String number, String country) {
      this.number = number;
      this.country = country;
    }
  }
}
