/** Reading of JSON with a relocated library. */
package org.postpurchase.shared.json;
