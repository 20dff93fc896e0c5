/**
 * Brings the plugin's tables, and its rows in the host's admin tables, up to date.
 *
 * <p>Front doors are {@link org.postpurchase.migrations.Migrations} for a running store and {@link
 * org.postpurchase.migrations.Migrate} for the command line. The package never touches an order, a
 * customer or any other business row, and it does not know the host's classes. Liquibase does the
 * work but is sealed inside this jar: nothing of it is visible to the store.
 */
package org.postpurchase.migrations;
