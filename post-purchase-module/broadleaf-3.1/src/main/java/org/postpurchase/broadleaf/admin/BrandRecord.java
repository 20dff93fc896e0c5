package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the brand. Nothing implements it. */
public interface BrandRecord {}
