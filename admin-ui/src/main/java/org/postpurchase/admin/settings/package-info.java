/**
 * Guards and checks the merchant's texts on their way through the host's generic entity screens.
 *
 * <p>{@link org.postpurchase.admin.settings.GuardSettings} lets only permitted users near them, the
 * two handlers save a change only if every text can really be rendered.
 */
package org.postpurchase.admin.settings;
