package org.postpurchase.broadleaf.admin;

/**
 * Name under which the admin's permissions guard the failed background work. Nothing implements it.
 */
public interface WorkRecord {}
