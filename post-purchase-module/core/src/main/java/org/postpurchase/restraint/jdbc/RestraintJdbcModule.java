package org.postpurchase.restraint.jdbc;

import org.postpurchase.restraint.ContactStore;
import org.postpurchase.restraint.OptInStore;
import org.postpurchase.restraint.PaceStore;
import org.postpurchase.restraint.PreferenceStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class RestraintJdbcModule {
  private RestraintJdbcModule() {}

  public static ContactStore contacts(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcContactStore(jdbc, inserts);
  }

  public static OptInStore optIns(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcOptInStore(jdbc, inserts);
  }

  public static PaceStore paces(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcPaceStore(jdbc, inserts);
  }

  public static PreferenceStore preferences(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcPreferenceStore(jdbc, inserts);
  }
}
