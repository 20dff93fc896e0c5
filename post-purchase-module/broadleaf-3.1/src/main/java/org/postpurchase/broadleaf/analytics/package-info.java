/** Sales figures from the host's orders. */
package org.postpurchase.broadleaf.analytics;
