/** The brand's page: colours, fonts, logo, footer and links, with a sample mail beside them. */
package org.postpurchase.admin.brand;
