package org.postpurchase.analytics;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbAttributionTest extends AttributionContract {
  @Override
  CoreDatabase database() {
    return Databases.hsqldb();
  }
}
