/** Names that tie the host's permission tables to facts that are not entities. */
package org.postpurchase.broadleaf.admin;
