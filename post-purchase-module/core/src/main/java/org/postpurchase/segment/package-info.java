/**
 * Groups of people that a merchant describes by conditions on their facts. Whoever belongs to one
 * is a row, kept when a fact changes and when time passes.
 */
package org.postpurchase.segment;
