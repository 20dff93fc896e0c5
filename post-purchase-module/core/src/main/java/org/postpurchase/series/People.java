package org.postpurchase.series;

import java.util.Locale;
import java.util.Optional;
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
}
