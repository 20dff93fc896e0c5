/** The content library: its list, the form of an entry, and how an entry looks in a mail. */
package org.postpurchase.admin.content;
