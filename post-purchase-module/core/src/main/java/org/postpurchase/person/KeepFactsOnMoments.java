package org.postpurchase.person;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;

/**
 * Works out the rows of people who gave a score, left a review or brought a friend, in the
 * transaction in which it happened, so that segments know of it when it commits. Stands first at
 * the door for moments: rows of people are locked before mailboxes everywhere.
 *
 * <p>Does nothing while no facts are collected. Reporting a moment again works out the same row.
 */
public final class KeepFactsOnMoments implements Moments {
  private static final Set<String> ABOUT_FACTS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "SCORE_GIVEN", "REVIEW_LEFT", "REFERRAL_REWARDED", "REFERRAL_REVERSED")));

  private final PersonEngine people;
  private final Moments next;

  public KeepFactsOnMoments(PersonEngine people, Moments next) {
    this.people = requireNonNull(people, "people");
    this.next = requireNonNull(next, "next");
  }

  @Override
  public int report(Collection<Moment> moments) {
    Set<PersonRef> changed = new LinkedHashSet<>();
    for (Moment moment : moments) {
      if (ABOUT_FACTS.contains(moment.trigger)) {
        changed.add(PersonRef.of(moment.customerId.orElse(0), moment.contact));
      }
    }
    if (!changed.isEmpty() && people.facts().stage() != FactsSwitch.Stage.OFF) {
      people.refresh().people(changed);
    }
    return next.report(moments);
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
