/** Mails that are composed of blocks: what a block asks for, and what becomes of it in a mail. */
package org.postpurchase.blocks;
