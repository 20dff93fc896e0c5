/** The gallery of ready series: what each does, how its mails look, and taking one as a draft. */
package org.postpurchase.admin.preset;
