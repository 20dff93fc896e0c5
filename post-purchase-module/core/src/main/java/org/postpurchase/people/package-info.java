/**
 * What the shop did with one person, put together for people at the desk.
 *
 * <p>Front doors: {@link org.postpurchase.people.FindPerson} says who somebody is and {@link
 * org.postpurchase.people.Timeline} what happened. Reads the tables of all features and changes
 * none.
 */
package org.postpurchase.people;
