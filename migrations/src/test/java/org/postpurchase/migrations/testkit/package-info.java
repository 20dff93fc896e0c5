/** Databases for the tests of every module, each a fresh and empty one. */
package org.postpurchase.migrations.testkit;
