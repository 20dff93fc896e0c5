package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard recommendations. Nothing implements it. */
public interface RecommendationRecord {}
