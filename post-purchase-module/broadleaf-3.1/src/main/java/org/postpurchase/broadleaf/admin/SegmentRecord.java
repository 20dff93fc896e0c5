package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the segments. Nothing implements it. */
public interface SegmentRecord {}
