/**
 * What the DNS says about the domain that mails are sent from.
 *
 * <p>Front door: {@link org.postpurchase.domain.CheckDomain}. It looks SPF, DKIM and DMARC up and
 * says what is wrong and how to cure it; it changes nothing and is asked by a person only.
 */
package org.postpurchase.domain;
