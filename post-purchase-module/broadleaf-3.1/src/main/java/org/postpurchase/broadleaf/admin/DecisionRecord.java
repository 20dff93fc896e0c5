package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the decisions. Nothing implements it. */
public interface DecisionRecord {}
