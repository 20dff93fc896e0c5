package org.postpurchase.brand;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresBrandStoreTest extends BrandStoreContract {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
