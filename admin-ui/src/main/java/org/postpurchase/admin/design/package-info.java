/** The designer: a series with all its steps on one page, saved as a whole. */
package org.postpurchase.admin.design;
