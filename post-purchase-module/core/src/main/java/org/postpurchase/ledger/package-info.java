/**
 * The points ledger: accounts, lots, entries and holds, and the only verbs that move points.
 *
 * <p>The front door is {@link org.postpurchase.ledger.PointsLedger}; {@link
 * org.postpurchase.ledger.LedgerProof} recomputes every balance. It knows no rules, no orders and
 * no money: what a programme is and when points are due to somebody is decided by the loyalty
 * feature.
 */
package org.postpurchase.ledger;
