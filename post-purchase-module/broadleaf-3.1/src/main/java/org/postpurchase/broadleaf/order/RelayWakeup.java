package org.postpurchase.broadleaf.order;

import org.hibernate.action.spi.AfterTransactionCompletionProcess;
import org.hibernate.event.spi.EventSource;

/**
 * The one bridge from Hibernate's world to Spring's: lets the relay of this JVM start at once after
 * a commit.
 *
 * <p>Static because Hibernate creates the intake before any bean exists. Only a hint: when nobody
 * listens, or the hint is lost, the relay finds the entry at its next poll.
 */
public final class RelayWakeup {
  private static volatile Runnable relay = () -> {};

  private RelayWakeup() {}

  /** Sets who is woken; the last call wins. */
  public static void notify(Runnable relayOfThisJvm) {
    relay = relayOfThisJvm;
  }

  static void afterCommitOf(EventSource session) {
    AfterTransactionCompletionProcess wake =
        (success, s) -> {
          if (success) {
            relay.run();
          }
        };
    session.getActionQueue().registerProcess(wake);
  }
}
