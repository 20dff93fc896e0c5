package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the points. Nothing implements it. */
public interface PointsRecord {}
