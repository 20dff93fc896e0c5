package org.postpurchase.service;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresTurningPagesTest extends TurningPagesContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
