/** What the host knows of goods and people, for what comes with time. */
package org.postpurchase.broadleaf.occasion;
