/** Text messages: what the host's orders know of telephone numbers. */
package org.postpurchase.broadleaf.sms;
