package org.postpurchase.sunset;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Sha256;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.WorkInSets;

/**
 * Tells series that advertising has begun to rest for somebody, in batches of one transaction each.
 * Telling twice, on whichever node, changes nothing. One statement when there is nothing to tell;
 * none while it is switched off.
 */
public final class TellSunset implements DueWork {
  private static final int BATCH = 100;

  private final Sunset sunset;
  private final Supplier<Moments> moments;
  private final Transactions transactions;
  private final WorkFailures failures;
  private final WorkInSets<SunsetStore.Resting> work;

  /**
   * @param moments asked for when there is something to tell
   */
  public TellSunset(
      Sunset sunset, Supplier<Moments> moments, Transactions transactions, WorkFailures failures) {
    this.sunset = requireNonNull(sunset, "sunset");
    this.moments = requireNonNull(moments, "moments");
    this.transactions = requireNonNull(transactions, "transactions");
    this.failures = requireNonNull(failures, "failures");
    work =
        WorkInSets.of(
            name(),
            this::untold,
            TellSunset::key,
            person -> tell(Collections.singletonList(person)) > 0,
            this::tell);
  }

  @Override
  public String name() {
    return "sunset";
  }

  @Override
  public int runDue() {
    return sunset.setting().on ? work.run(failures, BATCH) : 0;
  }

  private List<SunsetStore.Resting> untold(SunsetStore.Resting after, int limit) {
    return transactions.call(() -> sunset.untold(after == null ? "" : after.contact, limit));
  }

  /** Two nodes at the same people tell of each once: moments have keys. */
  private int tell(List<SunsetStore.Resting> people) {
    return transactions.call(
        () -> {
          moments
              .get()
              .report(people.stream().map(TellSunset::moment).collect(Collectors.toList()));
          sunset.told(people);
          return people.size();
        });
  }

  private static Moment moment(SunsetStore.Resting person) {
    Moment.Builder about = Moment.of(WentQuietTrigger.KEY, EmailAddress.stored(person.contact));
    if (person.customerId != 0) {
      about.customer(person.customerId);
    }
    return about.happened(key(person), person.since);
  }

  /** A mailbox's hash keeps the key short; who rests a second time is told of again. */
  private static String key(SunsetStore.Resting person) {
    String mailbox = Sha256.of(person.contact).substring(0, 40);
    return mailbox + ':' + person.since.toEpochMilli();
  }

  /** It follows from steps that are decided, not from a moment. */
  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.empty();
  }
}
