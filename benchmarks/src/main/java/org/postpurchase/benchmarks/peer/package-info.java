/** What the plugin is held against. */
package org.postpurchase.benchmarks.peer;
