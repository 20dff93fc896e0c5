/** The tables of who rests. */
package org.postpurchase.sunset.jdbc;
