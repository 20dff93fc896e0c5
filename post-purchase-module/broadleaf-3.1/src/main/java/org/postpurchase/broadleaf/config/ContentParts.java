package org.postpurchase.broadleaf.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.content.ContentLibrary;
import org.postpurchase.content.ContentScope;
import org.postpurchase.content.ContentStore;
import org.postpurchase.content.MailContent;
import org.postpurchase.content.SaveContent;
import org.postpurchase.content.jdbc.ContentJdbcModule;
import org.postpurchase.order.ModelPart;
import org.postpurchase.segment.GoodsNames;

/** What mails and pages tell besides orders, put together once for each webapp. */
public final class ContentParts {
  private final ContentStore store;
  private final ContentLibrary library;
  private final SaveContent save;
  private final GoodsNames goods;
  private final MailContent mails;
  private final List<ModelPart> modelParts;

  ContentParts(Ground ground, GoodsNames goods) {
    this.goods = goods;
    store = ContentJdbcModule.content(ground.jdbc, ground.inserts);
    library = new ContentLibrary(store, ground.transactions, ground.clock);
    save = new SaveContent(store, library, this::isThere, ground.clock);
    mails = new MailContent(library, () -> ground.shop, ground.clock);
    modelParts = Collections.unmodifiableList(Arrays.<ModelPart>asList(mails));
  }

  private boolean isThere(ContentScope scope, long id) {
    return scope == ContentScope.PRODUCT
        ? goods.products(Collections.singleton(id)).containsKey(id)
        : goods.categories().containsKey(id);
  }

  /** What texts of series show of it. */
  List<ModelPart> modelParts() {
    return modelParts;
  }

  public ContentStore getStore() {
    return store;
  }

  public ContentLibrary getLibrary() {
    return library;
  }

  /** How mails show it. */
  public MailContent getMails() {
    return mails;
  }

  public SaveContent getSave() {
    return save;
  }

  public GoodsNames getGoods() {
    return goods;
  }
}
