/** Screens on which merchants describe segments and see why somebody belongs to one. */
package org.postpurchase.admin.segment;
