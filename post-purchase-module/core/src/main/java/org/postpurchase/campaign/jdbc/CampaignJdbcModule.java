package org.postpurchase.campaign.jdbc;

import org.postpurchase.campaign.CampaignStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class CampaignJdbcModule {
  private CampaignJdbcModule() {}

  public static CampaignStore campaigns(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcCampaigns(jdbc, inserts);
  }
}
