/** Reads the host's orders and catalogue for recommendations. */
package org.postpurchase.broadleaf.recommend;
