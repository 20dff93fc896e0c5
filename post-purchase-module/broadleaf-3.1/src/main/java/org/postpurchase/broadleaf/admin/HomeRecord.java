package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the figures of Home. Nothing implements it. */
public interface HomeRecord {}
