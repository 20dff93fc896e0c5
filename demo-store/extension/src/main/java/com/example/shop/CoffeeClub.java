package com.example.shop;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.EmailAddress;

/** Stands for code of a shop: who is in its club. */
public final class CoffeeClub implements Predicate<String> {
  private final Set<String> mailboxes = ConcurrentHashMap.newKeySet();

  @Override
  public boolean test(String mailbox) {
    return mailboxes.contains(mailbox);
  }

  /** In the transaction in which somebody joins; {@code moments} is the bean ppMoments. */
  public void join(EmailAddress who, Moments moments, java.time.Clock clock) {
    mailboxes.add(who.key());
    moments.report(
        Moment.of(ClubJoinedTrigger.KEY, who)
            .reader("Ada", Locale.UK)
            .values(MomentValues.none().number("cups", 3))
            .happened(who.key(), clock.instant()));
  }
}
