/** Reviews and the host: its own rating of products, and what it says about them. */
package org.postpurchase.broadleaf.review;
