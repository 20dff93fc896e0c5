package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the surveys. Nothing implements it. */
public interface SurveyRecord {}
