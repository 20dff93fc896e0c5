/**
 * Invitations that the shop mails because an advocate has asked for it: off until a merchant wants
 * them, refused where the law of a country refuses them, once for each mailbox.
 */
package org.postpurchase.referral.invite;
