/** Takes settings from one shop to another as a file. */
package org.postpurchase.admin.transfer;
