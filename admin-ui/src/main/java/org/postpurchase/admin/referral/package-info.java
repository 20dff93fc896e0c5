/** The merchant's screens of referrals: programme, queue, history and advocates. */
package org.postpurchase.admin.referral;
