package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.shared.Transactions;

/**
 * Makes a customer a member, with the words that were read and the version of the terms. Joining
 * again changes nothing. Orders placed before earn nothing.
 */
public final class JoinProgramme {
  /** What rules for joining wait for; paid once. */
  public static final String EVENT = "JOIN";

  private final ProgrammeReader programmes;
  private final Memberships members;
  private final AwardForEvent events;
  private final Transactions transactions;
  private final Clock clock;

  JoinProgramme(
      ProgrammeReader programmes,
      Memberships members,
      AwardForEvent events,
      Transactions transactions,
      Clock clock) {
    this.programmes = programmes;
    this.members = members;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param textShown what the page said beside the button
   * @return whether the customer was no member before
   */
  public boolean join(long customerId, String textShown) {
    String owner = Owners.ofCustomer(customerId);
    return transactions.call(
        () -> {
          Optional<Programme> programme =
              programmes.active().filter(p -> p.joining == Joining.BY_CLICK);
          Instant now = Instant.ofEpochMilli(clock.millis());
          boolean joined =
              programme
                  .map(p -> new Membership(p.key, owner, now, p.termsVersion, textShown))
                  .filter(members::add)
                  .isPresent();
          if (joined) {
            events.award(customerId, EVENT, "once");
          }
          return joined;
        });
  }

  /** Whether there is a programme that this customer still has to join. */
  public boolean isOpenTo(long customerId) {
    return transactions.call(
        () ->
            programmes
                .active()
                .filter(p -> p.joining == Joining.BY_CLICK)
                .filter(p -> !members.find(p.key, Owners.ofCustomer(customerId)).isPresent())
                .isPresent());
  }
}
