/** Where a help desk outside the shop asks about a customer. */
package org.postpurchase.site.helpdesk;
