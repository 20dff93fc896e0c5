package org.postpurchase.person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.slf4j.LoggerFactory;

/**
 * Proves a sample of people once a night, on one node at a time: from a place that is drawn by lot,
 * so that in time everybody's turn comes. A node proves again after a start; that costs little and
 * changes nothing.
 */
final class ProvePeople implements Upkeep {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(ProvePeople.class));
  private static final int LEASE_SECONDS = 120;
  private static final int SAMPLE = 500;
  private static final int PAGE = 25;
  private static final Duration REST = Duration.ofMinutes(10);

  private final FactsSwitch facts;
  private final PersonProof proof;
  private final Transactions transactions;
  private final Node node;
  private final LocalTime at;
  private final LeasedWork work;
  private final Random lot = new Random();
  private Instant doneFor = Instant.MIN;
  private Instant restUntil = Instant.MIN;

  ProvePeople(
      FactsSwitch facts, PersonProof proof, Transactions transactions, Node node, LocalTime at) {
    this.facts = facts;
    this.proof = proof;
    this.transactions = transactions;
    this.node = node;
    this.at = at;
    work = node.leased(name(), LEASE_SECONDS);
  }

  @Override
  public String name() {
    return "people-proof";
  }

  @Override
  public synchronized int runDue() {
    Instant now = node.clock.instant();
    Instant due = lastTime(now);
    if (now.isBefore(restUntil)
        || !due.isAfter(doneFor)
        || transactions.call(facts::stage) != FactsSwitch.Stage.DONE) {
      return 0;
    }
    restUntil = now.plus(REST);
    return work.run(
        () -> {
          int proved = prove(SAMPLE, now);
          doneFor = due;
          return proved;
        });
  }

  private int prove(int sample, Instant now) {
    long last = transactions.call(() -> proof.place(lot.nextDouble()));
    int proved = 0;
    int wrong = 0;
    while (proved < sample && !Thread.currentThread().isInterrupted()) {
      long after = last;
      List<Long> page = transactions.call(() -> proof.page(after, PAGE));
      if (page.isEmpty()) {
        break;
      }
      wrong += transactions.call(() -> proof.prove(page, now));
      proved += page.size();
      last = page.get(page.size() - 1);
    }
    if (wrong > 0) {
      TROUBLE.warn(
          "wrong", wrong + " of " + proved + " people had wrong facts; see PP_PERSON_DIFFERENCE");
    }
    return proved;
  }

  private Instant lastTime(Instant now) {
    ZonedDateTime today =
        now.atZone(node.zone.get()).toLocalDate().atTime(at).atZone(node.zone.get());
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }
}
