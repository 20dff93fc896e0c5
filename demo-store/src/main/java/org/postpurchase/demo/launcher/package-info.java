/**
 * Starts the demo store: one Tomcat, two webapps, a connection pool, a mailbox and a clock that can
 * be moved.
 *
 * <p>The front door is {@link org.postpurchase.demo.launcher.DemoStore}; the webapps reach what
 * they share through {@link org.postpurchase.demo.launcher.DemoRuntime}. Nothing here knows
 * Broadleaf or the plugin, so that both live only in the class loaders of the webapps, as in an
 * ordinary shop.
 */
package org.postpurchase.demo.launcher;
