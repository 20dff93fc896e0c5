/** The first page of the plugin: what it brings, what waits, what is still to be set up. */
package org.postpurchase.admin.home;
