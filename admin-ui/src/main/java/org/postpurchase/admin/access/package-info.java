/** Who may do what in the plugin's screens, and the trace of what was refused. */
package org.postpurchase.admin.access;
