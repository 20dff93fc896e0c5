/** The names of settings in this shop's tables. */
package org.postpurchase.portable.jdbc;
