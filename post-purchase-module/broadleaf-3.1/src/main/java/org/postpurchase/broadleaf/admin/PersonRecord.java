package org.postpurchase.broadleaf.admin;

/**
 * Name under which the admin's permissions guard the page of one person: READ to look, UPDATE to
 * export and to erase. Nothing implements it.
 */
public interface PersonRecord {}
