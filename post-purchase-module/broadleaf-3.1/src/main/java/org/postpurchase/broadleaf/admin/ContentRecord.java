package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the content library. Nothing implements it. */
public interface ContentRecord {}
