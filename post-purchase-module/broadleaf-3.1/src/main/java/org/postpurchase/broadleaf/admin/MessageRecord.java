package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the message log. Nothing implements it. */
public interface MessageRecord {}
