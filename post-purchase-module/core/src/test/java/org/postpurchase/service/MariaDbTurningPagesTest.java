package org.postpurchase.service;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbTurningPagesTest extends TurningPagesContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
