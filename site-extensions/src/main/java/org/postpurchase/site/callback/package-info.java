/** Where providers of mail and text messages tell what became of them. */
package org.postpurchase.site.callback;
