/**
 * Service recovery: a customer for whom something went wrong becomes a case with an owner and two
 * clocks, and advertising to that person rests until it is closed. Also how the shop can be
 * reached, which every mail and the confirmation page say.
 *
 * <p>Front doors: {@link org.postpurchase.service.Cases} for opening and working on cases, {@link
 * org.postpurchase.service.CaseStore#inService} for whoever wants to advertise.
 */
package org.postpurchase.service;
