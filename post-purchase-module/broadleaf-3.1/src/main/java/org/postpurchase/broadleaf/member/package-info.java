/** Customers of the host for the series: who they are, where mail goes, in which language. */
package org.postpurchase.broadleaf.member;
