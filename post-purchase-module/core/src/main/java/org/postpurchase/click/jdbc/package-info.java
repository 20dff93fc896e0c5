/** The tables of clicks. */
package org.postpurchase.click.jdbc;
