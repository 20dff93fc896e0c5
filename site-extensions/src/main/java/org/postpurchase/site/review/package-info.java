/**
 * The form for reviews behind its link, the photos, the product's block and the page that says how
 * reviews are checked.
 */
package org.postpurchase.site.review;
