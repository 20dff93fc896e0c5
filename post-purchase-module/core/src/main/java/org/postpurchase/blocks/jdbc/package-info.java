/** Tables of composed templates. */
package org.postpurchase.blocks.jdbc;
