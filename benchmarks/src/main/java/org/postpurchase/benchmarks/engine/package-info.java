/** Rows about series and mails, with the wiring of a node that the plugin's own tests use. */
package org.postpurchase.benchmarks.engine;
