package org.postpurchase.people;

import java.util.List;
import java.util.Optional;
import org.postpurchase.person.PersonRef;

/** Looks people up in the shop. Reads only; every call is bounded. */
public interface FindPerson {
  /**
   * People by any part of an address, a name, a phone number or an order number.
   *
   * @param typed as somebody typed it; nobody for a text without anything visible
   * @return at most {@code most} people, exact matches first; customers once, however many orders
   *     matched
   */
  List<Found> search(String typed, int most);

  /**
   * Who it is. A mailbox that belongs to an account stands for that customer.
   *
   * @return empty for a customer that is not there, and for a mailbox that the shop never heard of
   */
  Optional<Identity> find(PersonRef person);

  /**
   * Whose a record of the host is.
   *
   * @return the customer of an account, else the mailbox that orders were placed with; empty for a
   *     basket or a customer that names no mailbox
   */
  Optional<PersonRef> behind(HostRecord kind, long id);

  /** Records of the host that belong to somebody. */
  enum HostRecord {
    ORDER,
    /** Also the one that the host keeps for a guest. */
    CUSTOMER
  }

  /** Somebody whom a search has found. */
  final class Found {
    public final PersonRef ref;
    public final String name;
    public final String email;

    /** The order by which the person was found, else the empty text. */
    public final String orderNumber;

    public Found(PersonRef ref, String name, String email, String orderNumber) {
      this.ref = ref;
      this.name = name;
      this.email = email;
      this.orderNumber = orderNumber;
    }
  }
}
