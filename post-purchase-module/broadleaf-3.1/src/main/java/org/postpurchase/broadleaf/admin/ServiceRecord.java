package org.postpurchase.broadleaf.admin;

/**
 * Name under which the admin's permissions guard the settings of cases and the shop's contact.
 * Nothing implements it.
 */
public interface ServiceRecord {}
