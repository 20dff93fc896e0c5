/** Reward codes as the host's offer codes, and what its pricing and checkout ask us about them. */
package org.postpurchase.broadleaf.offer;
