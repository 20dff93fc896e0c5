/**
 * What the plugin's pages share: the host's frame around them, paging, dates and the refusal page.
 */
package org.postpurchase.admin.ui;
