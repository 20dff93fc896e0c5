/** Who allowed what, and which addresses must be left alone. */
package org.postpurchase.admin.consent;
