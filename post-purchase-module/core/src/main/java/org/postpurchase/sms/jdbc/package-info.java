/** The tables of this feature. */
package org.postpurchase.sms.jdbc;
