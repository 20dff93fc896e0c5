package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the enrollments. Nothing implements it. */
public interface EnrollmentRecord {}
