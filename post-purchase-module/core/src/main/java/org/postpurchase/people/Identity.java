package org.postpurchase.people;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.person.PersonRef;

/**
 * Who somebody is to the shop: a customer with an account and the mailbox of that account, or the
 * mailbox of a guest; and the orders of either. Immutable.
 */
public final class Identity {
  /** A customer's names its mailbox too, unless the account has none. */
  public final PersonRef ref;

  /** As the host has it; empty when unknown. */
  public final String name;

  /** As typed, for showing; empty when unknown. */
  public final String email;

  /** As typed with the newest address; empty when unknown. */
  public final String phone;

  /** Newest first; of somebody with very many orders the newest ones. */
  public final List<PlacedOrder> orders;

  /** Other mailboxes that own orders were placed with; their mail is not this person's. */
  public final Set<String> otherMailboxes;

  public Identity(PersonRef ref, Contact contact, List<PlacedOrder> orders) {
    this.ref = requireNonNull(ref, "ref");
    this.name = contact.name;
    this.email = contact.email;
    this.phone = contact.phone;
    this.orders = Collections.unmodifiableList(new ArrayList<>(orders));
    Set<String> others = new TreeSet<>();
    orders.forEach(order -> others.add(order.mailbox));
    others.remove("");
    others.remove(ref.mailbox);
    this.otherMailboxes = Collections.unmodifiableSet(others);
  }

  /** How somebody is addressed and reached. */
  public static final class Contact {
    final String name;
    final String email;
    final String phone;

    public Contact(String name, String email, String phone) {
      this.name = requireNonNull(name, "name").trim();
      this.email = requireNonNull(email, "email").trim();
      this.phone = requireNonNull(phone, "phone").trim();
    }
  }

  public List<Long> orderIds() {
    List<Long> ids = new ArrayList<>();
    orders.forEach(order -> ids.add(order.id));
    return ids;
  }
}
