package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the consents. Nothing implements it. */
public interface ConsentEntry {}
