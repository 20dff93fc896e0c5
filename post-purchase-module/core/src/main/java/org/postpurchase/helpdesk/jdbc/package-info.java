/** PP_HELP_DESK and PP_HELP_DESK_CALL. */
package org.postpurchase.helpdesk.jdbc;
