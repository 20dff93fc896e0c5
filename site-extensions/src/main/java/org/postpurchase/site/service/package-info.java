/**
 * Pages of surveys and of problems with an order, each behind its signed link, the question on the
 * confirmation page, and how the shop is reached.
 */
package org.postpurchase.site.service;
