package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the outbox. Nothing implements it. */
public interface OutboxRecord {}
