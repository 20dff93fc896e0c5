/** The DNS by the JDK's own provider. */
package org.postpurchase.domain.dns;
