/**
 * What shoppers meet in the store's own pages, and the one page that is ours. Thin: it knows the
 * host's request and page engine, and asks the core for what to show.
 */
package org.postpurchase.site;
