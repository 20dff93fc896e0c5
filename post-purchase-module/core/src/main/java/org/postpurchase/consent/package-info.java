/**
 * Who may be written to, and how we know: an append-only record of each yes and no, and the
 * addresses that must be left alone.
 *
 * <p>Front door: {@link org.postpurchase.consent.Consents}. It sends nothing and asks nobody; pages
 * do.
 */
package org.postpurchase.consent;
