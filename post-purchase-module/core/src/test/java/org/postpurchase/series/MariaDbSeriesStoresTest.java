package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbSeriesStoresTest extends SeriesStoresContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
