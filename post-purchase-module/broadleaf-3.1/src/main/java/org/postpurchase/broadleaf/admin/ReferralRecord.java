package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard referrals. Nothing implements it. */
public interface ReferralRecord {}
