/** How the shop looks in mails and on our pages: colours, fonts, logo, footer and social links. */
package org.postpurchase.brand;
