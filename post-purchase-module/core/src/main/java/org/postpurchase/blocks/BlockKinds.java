package org.postpurchase.blocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.blocks.kind.ButtonBlock;
import org.postpurchase.blocks.kind.CodeBlock;
import org.postpurchase.blocks.kind.ContactBlock;
import org.postpurchase.blocks.kind.DividerBlock;
import org.postpurchase.blocks.kind.HeadingBlock;
import org.postpurchase.blocks.kind.PictureBlock;
import org.postpurchase.blocks.kind.PointsBlock;
import org.postpurchase.blocks.kind.ProductsBlock;
import org.postpurchase.blocks.kind.ReferralBlock;
import org.postpurchase.blocks.kind.ShareBlock;
import org.postpurchase.blocks.kind.SocialBlock;
import org.postpurchase.blocks.kind.StarsBlock;
import org.postpurchase.blocks.kind.TextBlock;
import org.postpurchase.blocks.kind.TierBlock;
import org.postpurchase.blocks.kind.VideoBlock;
import org.postpurchase.shared.PostPurchaseException;

/** All kinds of blocks that there are, in the order in which they are offered. Immutable. */
public final class BlockKinds {
  private final Map<String, BlockKind> kinds = new LinkedHashMap<>();

  /**
   * @param others besides the product's own
   * @throws PostPurchaseException when two have the same key, or a key is none
   */
  public BlockKinds(Collection<? extends BlockKind> others) {
    List<BlockKind> all = new ArrayList<>(shipped());
    all.addAll(others);
    for (BlockKind kind : all) {
      if (!kind.key().matches("[A-Z][A-Z_]{0,29}")) {
        throw new PostPurchaseException(
            "'" + kind.key() + "' is no key of a block: use capitals and underscores.");
      }
      if (kinds.put(kind.key(), kind) != null) {
        throw new PostPurchaseException("Two kinds of blocks are called " + kind.key() + ".");
      }
    }
  }

  private static List<BlockKind> shipped() {
    return Arrays.asList(
        new HeadingBlock(),
        new TextBlock(),
        new ButtonBlock(),
        new ProductsBlock(),
        new CodeBlock(),
        new PointsBlock(),
        new TierBlock(),
        new StarsBlock(),
        new ReferralBlock(),
        new PictureBlock(),
        new VideoBlock(),
        new DividerBlock(),
        new ContactBlock(),
        new SocialBlock(),
        new ShareBlock());
  }

  public Optional<BlockKind> find(String key) {
    return Optional.ofNullable(kinds.get(key));
  }

  public Collection<BlockKind> all() {
    return Collections.unmodifiableCollection(kinds.values());
  }
}
