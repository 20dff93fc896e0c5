/**
 * The plugin's own addresses on the shop's site, and what holds for each of them before any filter
 * or parser of the store sees a request: which methods are served and how long a form may be.
 *
 * <p>Front door: {@link org.postpurchase.site.endpoint.Endpoints}.
 */
package org.postpurchase.site.endpoint;
