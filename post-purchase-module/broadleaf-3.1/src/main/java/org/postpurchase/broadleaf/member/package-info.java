/**
 * Members of the programme for the series: who they are in the host, what can be told about what
 * happens to them, and where their points report that they will expire.
 */
package org.postpurchase.broadleaf.member;
