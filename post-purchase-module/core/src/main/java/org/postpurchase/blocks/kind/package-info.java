/** The kinds of blocks that come with the product, one class each. */
package org.postpurchase.blocks.kind;
