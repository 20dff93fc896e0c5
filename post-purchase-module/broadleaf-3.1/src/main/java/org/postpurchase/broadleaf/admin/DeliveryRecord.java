package org.postpurchase.broadleaf.admin;

/**
 * Name under which the admin's permissions guard the page about the delivery of messages. Nothing
 * implements it.
 */
public interface DeliveryRecord {}
