package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the cases. Nothing implements it. */
public interface CaseRecord {}
