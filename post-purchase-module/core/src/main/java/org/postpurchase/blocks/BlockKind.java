package org.postpurchase.blocks;

import java.util.List;

/**
 * A kind of block: what it asks for and how it looks in a mail. A bean of this type in a store's
 * context is offered to authors beside the product's own. Immutable and safe for concurrent use.
 *
 * <p>Its words in the admin are {@code PostPurchase_Block_<key>} and, for each field, {@code
 * PostPurchase_BlockField_<field>}.
 */
public interface BlockKind {
  /** Capitals and underscores, at most 30; stored with each block, so never renamed. */
  String key();

  /** In the order in which the form shows them; checked before {@link #write} is called. */
  List<BlockField> fields();

  /**
   * Writes the block into both parts of a mail. What a reader has no data for is left out by
   * conditions in what is written, never by failing.
   */
  void write(Block block, MailWriter mail);
}
