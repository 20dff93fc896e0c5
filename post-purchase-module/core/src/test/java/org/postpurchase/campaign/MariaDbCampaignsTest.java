package org.postpurchase.campaign;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbCampaignsTest extends CampaignsContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
