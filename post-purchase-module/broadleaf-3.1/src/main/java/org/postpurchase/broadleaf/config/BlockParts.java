package org.postpurchase.broadleaf.config;

import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.BlockKinds;
import org.postpurchase.blocks.BlockStore;
import org.postpurchase.blocks.CheckComposition;
import org.postpurchase.blocks.ComposeTemplate;
import org.postpurchase.blocks.jdbc.BlocksJdbcModule;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/** Mails that are composed of blocks: the product's kinds and each kind that is a bean. */
public final class BlockParts {
  private final BeanFactory beans;
  public final BlockStore store;
  private BlockKinds kinds;

  BlockParts(Infrastructure base, BeanFactory beans) {
    this.beans = beans;
    store = BlocksJdbcModule.blocks(base.jdbc, base.inserts);
  }

  /** To be asked once the context is there, since a store's kinds are beans of it. */
  public synchronized BlockKinds getKinds() {
    if (kinds == null) {
      kinds =
          new BlockKinds(
              ((ListableBeanFactory) beans).getBeansOfType(BlockKind.class, false, false).values());
    }
    return kinds;
  }

  public ComposeTemplate getCompose() {
    return new ComposeTemplate(getKinds());
  }

  public CheckComposition getCheck() {
    return new CheckComposition(getKinds());
  }
}
