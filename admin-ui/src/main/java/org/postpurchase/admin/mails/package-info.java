/** The library of mails and the editor in which they are composed of blocks. */
package org.postpurchase.admin.mails;
