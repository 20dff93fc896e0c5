/** A/B tests in the shop's database. */
package org.postpurchase.splittest.jdbc;
