/** The shipped signals of fraud, each a class of its own. */
package org.postpurchase.referral.fraud;
