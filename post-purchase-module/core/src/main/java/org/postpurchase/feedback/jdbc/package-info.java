/** The tables of this feature. */
package org.postpurchase.feedback.jdbc;
