/**
 * The page behind the link in every message that advertises, and the address that mail programs
 * call for their own button (RFC 8058).
 *
 * <p>It needs no session, no cookie and no log-in: the token in its address is all there is to
 * know. GET and HEAD change nothing, since mail scanners and browsers follow every link.
 */
package org.postpurchase.site.unsubscribe;
