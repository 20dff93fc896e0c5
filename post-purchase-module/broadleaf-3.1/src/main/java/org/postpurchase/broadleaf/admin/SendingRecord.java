package org.postpurchase.broadleaf.admin;

/**
 * Name under which the admin's permissions guard how often and when advertising is sent.
 * Nothing implements it.
 */
public interface SendingRecord {}
