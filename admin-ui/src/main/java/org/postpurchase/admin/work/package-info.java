/** Background work that failed: what, since when and why, and making it due again. */
package org.postpurchase.admin.work;
