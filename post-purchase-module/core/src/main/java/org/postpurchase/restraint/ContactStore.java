package org.postpurchase.restraint;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** What is known about people who may be written to. Methods join the caller's transaction. */
public interface ContactStore {
  /**
   * Takes people for this transaction alone until it ends; nobody waits. To be called before the
   * first read of the transaction that takes no lock, so that {@link #read} sees what others have
   * committed.
   *
   * @param mailboxes keys
   * @return those that were taken; another transaction decides about the others at this moment
   */
  Set<String> take(Collection<String> mailboxes, Instant now);

  /**
   * Everything about the people and the settings of all channels, in one statement.
   *
   * @param since what was sent before is left out
   * @param due steps that are due by then are read too; null for no steps
   */
  ContactFacts read(Collection<String> mailboxes, Instant since, Instant due);
}
