package org.postpurchase.ledger;

/** What a proof found wrong. Also a message key; causes come before what follows from them. */
public enum MismatchKind {
  /** A row cannot even be read as what it should be. */
  UNREADABLE_ROW,
  /** Rows of an account that is not there. */
  MISSING_ACCOUNT,
  /** Entries are not numbered without gaps up to the account's own count. */
  MISSING_ENTRY,
  /** An entry or what its posting says is not what was hashed. */
  CHANGED_ENTRY,
  /** A hash that does not follow from what it stands behind. */
  BROKEN_CHAIN,
  /** Postings are not numbered without gaps up to the account's own count. */
  MISSING_POSTING,
  /** Lots are not numbered without gaps up to the account's own count. */
  MISSING_LOT,
  /** The entries of a posting do not sum to zero. */
  UNBALANCED_POSTING,
  /** An entry's running balance is not the sum up to it. */
  WRONG_BALANCE,
  LOT_BELOW_ZERO,
  /** A lot does not have what its entries say. */
  LOT_DIFFERS,
  /** An account does not have what its lots have together. */
  ACCOUNT_DIFFERS,
  /** An account does not have what its entries say. */
  BALANCE_DIFFERS,
  /** Hold, lots and postings do not agree about held points. */
  ORPHAN_HOLD,
  /** Points could be used before their lot matures. */
  MATURED_EARLY,
  /** Two lots for the same thing, in one account or in several. */
  DOUBLE_AWARD,
  /** Times, cause or counters of a lot are not what was sealed. */
  CHANGED_LOT
}
