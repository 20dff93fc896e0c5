package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the reviews. Nothing implements it. */
public interface ReviewRecord {}
