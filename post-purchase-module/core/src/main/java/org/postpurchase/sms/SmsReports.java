package org.postpurchase.sms;

import java.time.Clock;
import java.util.Collections;
import org.postpurchase.feedback.ProviderEvent;
import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.shared.Transactions;

/**
 * Takes what a provider says became of messages: each report once, and late ones never going back.
 * What a failure says about a number is acted on, since that is often the only place where a
 * provider tells it.
 */
public final class SmsReports {
  private final ProviderEvents events;
  private final SmsLog log;
  private final StopNumber stop;
  private final Transactions transactions;
  private final Clock clock;

  public SmsReports(
      ProviderEvents events, SmsLog log, StopNumber stop, Transactions transactions, Clock clock) {
    this.events = events;
    this.log = log;
    this.stop = stop;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns false when it was known already. */
  public boolean take(String provider, SmsReport report) {
    return transactions.call(
        () -> {
          ProviderEvent event =
              new ProviderEvent(
                  provider,
                  report.providerId + ':' + report.state + ':' + report.errorCode,
                  kind(report),
                  report.number,
                  report.errorCode,
                  null);
          if (events.add(Collections.singleton(event), clock.instant()).isEmpty()) {
            log.advance(provider, report, clock.instant()); // a price may come with the second one
            return false;
          }
          log.advance(provider, report, clock.instant());
          String words = provider + " " + report.errorCode;
          if (report.meaning == SmsReport.Meaning.OPTED_OUT) {
            stop.of(report.number, words);
          } else if (report.meaning == SmsReport.Meaning.NO_SUCH_NUMBER) {
            stop.unreachable(report.number, words);
          }
          return true;
        });
  }

  private static ProviderEvent.Kind kind(SmsReport report) {
    if (report.state == SmsReport.State.DELIVERED) {
      return ProviderEvent.Kind.DELIVERED;
    }
    if (report.state != SmsReport.State.FAILED) {
      return ProviderEvent.Kind.OTHER;
    }
    switch (report.meaning) {
      case OPTED_OUT:
        return ProviderEvent.Kind.OPTED_OUT;
      case NO_SUCH_NUMBER:
        return ProviderEvent.Kind.HARD_BOUNCE;
      default:
        return ProviderEvent.Kind.SOFT_BOUNCE;
    }
  }
}
