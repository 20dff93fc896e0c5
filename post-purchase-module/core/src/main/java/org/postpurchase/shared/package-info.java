/**
 * Words that every feature uses: money, addresses, verdicts, due work and transactions.
 *
 * <p>Depends on nothing but the JDK; database plumbing is hidden in {@code shared.jdbc}. Holds no
 * business rule of its own.
 */
package org.postpurchase.shared;
