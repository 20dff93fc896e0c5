/** The logo that mails show. */
package org.postpurchase.site.brand;
