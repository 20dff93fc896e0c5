/** The printed card as a PDF: the only package that knows the library for it. */
package org.postpurchase.referral.pdf;
