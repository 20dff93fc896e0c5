/** Shows a saved template as a buyer would get it. Sends and changes nothing. */
package org.postpurchase.admin.preview;
