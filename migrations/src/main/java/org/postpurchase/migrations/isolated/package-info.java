/**
 * The few classes that talk to Liquibase.
 *
 * <p>They are loaded by {@code NestedJarLoader} only, next to Liquibase itself; the store's own
 * loader never links them. Only types of the Java platform may cross the border to the outer
 * package.
 */
package org.postpurchase.migrations.isolated;
