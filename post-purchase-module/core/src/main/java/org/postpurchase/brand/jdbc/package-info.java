/** Tables of the brand. */
package org.postpurchase.brand.jdbc;
