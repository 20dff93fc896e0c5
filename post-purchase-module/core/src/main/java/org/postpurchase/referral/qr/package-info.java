/**
 * QR codes of links, for printed cards and slips. Front door: {@link
 * org.postpurchase.referral.qr.QrCode}.
 */
package org.postpurchase.referral.qr;
