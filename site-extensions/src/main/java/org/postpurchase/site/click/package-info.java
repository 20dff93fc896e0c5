/** Where pages report that a link of a mail was followed, and the script that does. */
package org.postpurchase.site.click;
