/**
 * Recommendations: whether there are any, pairs that the merchant keeps, and a look at the result.
 */
package org.postpurchase.admin.recommend;
