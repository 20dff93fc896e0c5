package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postpurchase.sunset.Sunset;
import org.postpurchase.sunset.WentQuietTrigger;

/** Leaves out advertising to people who never react. */
final class RestForQuiet {
  static final RestForQuiet NEVER = new RestForQuiet(Sunset.NEVER);

  private final Sunset sunset;

  RestForQuiet(Sunset sunset) {
    this.sunset = requireNonNull(sunset, "sunset");
  }

  /** For the steps of one transaction. */
  Round round(List<Candidate> all) {
    return new Round(all);
  }

  /** Asks about all people of a transaction when the first of them is about to be written to. */
  final class Round {
    private final List<Candidate> all;
    private Set<String> resting;

    private Round(List<Candidate> all) {
      this.all = all;
    }

    /** Messages that belong to an order, and the question whether to go on, are let through. */
    StepVerdict judge(StepVerdict verdict, Candidate c) {
      return verdict.verdict == Verdict.SEND && isAdvertising(c) && rests(c.enrollment.contact)
          ? StepVerdict.skip(ReasonCode.SUNSET, "")
          : verdict;
    }

    private boolean rests(String contact) {
      if (resting == null) {
        Map<String, Long> people = new HashMap<>();
        for (Candidate c : all) {
          if (isAdvertising(c)) {
            people.merge(c.enrollment.contact, customerOf(c), Math::max);
          }
        }
        resting = sunset.resting(people);
      }
      return resting.contains(contact);
    }
  }

  /** The host's customer of a guest is good for one order only. */
  private static long customerOf(Candidate c) {
    boolean guest = c.order.map(order -> !order.registered).orElse(false);
    return guest ? 0 : c.enrollment.customerId;
  }

  private static boolean isAdvertising(Candidate c) {
    return c.step.isMarketing()
        && !c.step.isBranch()
        && !c.enrollment.contact.isEmpty()
        && !c.version.definition.trigger.equals(WentQuietTrigger.KEY);
  }
}
