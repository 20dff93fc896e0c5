/**
 * What else a buyer may like, from the shop's own orders and from pairs that the merchant keeps:
 * built each night, read without asking the database about it, and checked against what is on sale
 * and what the buyer has at the moment of telling.
 */
package org.postpurchase.recommend;
