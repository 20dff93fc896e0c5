/** Telephone numbers by a relocated library. */
package org.postpurchase.sms.numbers;
