package org.postpurchase.consent;

import java.util.Map;

/**
 * Brings rows that were written under another spelling of an address to the mailbox's one key, and
 * merges what meets there: of two suppressions the stricter one holds, and of two answers the last
 * one counts, as ever.
 *
 * <p>To be called at each start, before anything is sent. It works in pages of one transaction each
 * and remembers how far it came, so a start after a crash goes on from there and later starts look
 * at the newest rows only. Several nodes may do it at once.
 */
public interface MailboxKeys {
  /** Returns how many rows were changed, by table; the tables are in the order of the work. */
  Map<String, Integer> bring();
}
