package org.postpurchase.demo.launcher;

import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.Reference;
import javax.naming.spi.ObjectFactory;
import javax.sql.DataSource;

/**
 * Gives every webapp the one pool under the JNDI names an ordinary shop uses.
 *
 * <p>Shop and admin start at the same time, but only the shop makes the tables: the admin's first
 * connection waits until the shop is up.
 */
public final class SharedPool implements ObjectFactory {
  /** Present on the resources of a webapp that has to wait for the shop. */
  static final String WAITS = "waitsForShop";

  private static final CountDownLatch SHOP_IS_UP = new CountDownLatch(1);
  private static volatile DataSource pool;

  static void install(DataSource dataSource) {
    pool = dataSource;
  }

  static void shopIsUp() {
    SHOP_IS_UP.countDown();
  }

  @Override
  public Object getObjectInstance(
      Object object, Name name, Context context, Hashtable<?, ?> environment) {
    boolean waits = ((Reference) object).get(WAITS) != null;
    return new BorrowedPool(pool, waits ? SHOP_IS_UP : new CountDownLatch(0));
  }
}
