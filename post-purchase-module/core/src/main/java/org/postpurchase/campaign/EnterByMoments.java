package org.postpurchase.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.EmailAddress;

/**
 * Enters people in open campaigns by what happens to them, in the transaction in which it happens,
 * and passes all moments on. One statement more for each report while no campaign wants moments.
 */
public final class EnterByMoments implements Moments {
  private final Moments next;
  private final CampaignStore store;
  private final Supplier<Locale> shopLocale;
  private final Clock clock;

  public EnterByMoments(
      Moments next, CampaignStore store, Supplier<Locale> shopLocale, Clock clock) {
    this.next = next;
    this.store = store;
    this.shopLocale = shopLocale;
    this.clock = clock;
  }

  @Override
  public int report(Collection<Moment> moments) {
    int begun = next.report(moments);
    if (!moments.isEmpty()) {
      Instant now = clock.instant();
      List<Entry> entries = new ArrayList<>();
      for (Campaign campaign : store.openForMoments()) {
        if (campaign.takesEntriesAt(now)) {
          moments.stream()
              .filter(m -> campaign.moments.contains(m.trigger) && !m.email.isEmpty())
              .forEach(m -> entries.add(entry(campaign, m, now)));
        }
      }
      if (!entries.isEmpty()) {
        store.enter(entries);
      }
    }
    return begun;
  }

  private Entry entry(Campaign campaign, Moment moment, Instant now) {
    Entry.Person person =
        new Entry.Person(
            EmailAddress.stored(moment.email),
            moment.customerId.orElse(0),
            moment.locale.orElseGet(shopLocale));
    return new Entry(0, campaign.id, person, moment.trigger, 0, now);
  }

  @Override
  public Optional<Audience> audience(String trigger) {
    return next.audience(trigger);
  }

  @Override
  public Set<String> heard(Collection<String> triggers) {
    return next.heard(triggers);
  }
}
