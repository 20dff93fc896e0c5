/**
 * The page on which a person says what the shop may send, behind a signed link in each message that
 * advertises and in the account. GET and HEAD change nothing.
 */
package org.postpurchase.site.preferences;
