package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the suppressions. Nothing implements it. */
public interface SuppressionEntry {}
