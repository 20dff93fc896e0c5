/** Products that people looked at, as the host has them. */
package org.postpurchase.broadleaf.interest;
