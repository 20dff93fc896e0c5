package org.postpurchase.series;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;

/** Who moments are about: customers as their accounts are now, guests as they were reported. */
final class People {
  private final Supplier<Members> members;
  private final Supplier<Locale> shopLocale;

  People(Supplier<Members> members, Supplier<Locale> shopLocale) {
    this.members = members;
    this.shopLocale = shopLocale;
  }

  /** Empty when the shop has no such customer any more. */
  Optional<Member> find(Moment moment) {
    return moment.isOfGuest()
        ? Optional.of(
            new Member(0, moment.email, moment.firstName, moment.locale.orElseGet(shopLocale)))
        : members.get().find(moment.customerId.getAsLong());
  }

  /** The same for many, in few statements; those of customers that are gone are left out. */
  Map<Moment, Member> findAll(Collection<Moment> moments) {
    Set<Long> customerIds = new TreeSet<>();
    moments.stream()
        .filter(m -> !m.isOfGuest())
        .forEach(m -> customerIds.add(m.customerId.getAsLong()));
    Map<Long, Member> customers =
        customerIds.isEmpty() ? Collections.emptyMap() : members.get().findAll(customerIds);
    Map<Moment, Member> found = new HashMap<>();
    for (Moment moment : moments) {
      Optional<Member> member =
          moment.isOfGuest()
              ? find(moment)
              : Optional.ofNullable(customers.get(moment.customerId.getAsLong()));
      member.ifPresent(known -> found.put(moment, known));
    }
    return found;
  }
}
