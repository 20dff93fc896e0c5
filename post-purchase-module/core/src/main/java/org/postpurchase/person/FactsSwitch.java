package org.postpurchase.person;

import java.util.Optional;

/**
 * Whether facts about people are collected at all, and how far the first collection from the shop's
 * past has come. Methods join the caller's transaction.
 */
public interface FactsSwitch {
  /** How far it has come. */
  enum Stage {
    OFF,
    /** Going through the accounts. */
    ACCOUNTS,
    /** Going through the orders. */
    ORDERS,
    DONE
  }

  /** Where it stands; may be some seconds old on a node that did not change it. */
  Stage stage();

  /** The last id of the stage that is done; read from the database. */
  Optional<Long> reached();

  /** Switches it on; nothing happens when it is on. */
  void switchOn();

  /** The page is done. */
  void reached(Stage stage, long id);
}
