/** What a rule would have paid on orders of the past, for merchants who may change rules. */
package org.postpurchase.admin.simulation;
