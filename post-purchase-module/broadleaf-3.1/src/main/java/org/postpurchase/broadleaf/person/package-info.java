/** Reads what the host knows about people and its catalogue, for facts and segments. */
package org.postpurchase.broadleaf.person;
