/**
 * The points screens: what the shop owes, who has how many points and why, and the few things that
 * people may do to them, each with its permission, its audit row and, where it is much, a second
 * person.
 */
package org.postpurchase.admin.points;
