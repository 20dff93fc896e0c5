package org.postpurchase.privacy.jdbc;

import java.util.Collection;
import org.postpurchase.privacy.PersonalData;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's statements. */
public final class PrivacyJdbcModule {
  private PrivacyJdbcModule() {}

  /**
   * @param channels consent keys of the shop's channels
   */
  public static PersonalData personalData(
      JdbcTemplate jdbc, RowSets sets, Collection<String> channels) {
    return new JdbcPersonalData(jdbc, sets, channels);
  }
}
