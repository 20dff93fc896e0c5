/**
 * The plugin's screens in the host's admin, thin over the core: what was sent to whom and why, what
 * is stuck, and the texts.
 *
 * <p>Every page and every change is checked here against the permission of its own record, because
 * the host's generic check can be talked round with request parameters. Nothing is decided here.
 */
package org.postpurchase.admin;
