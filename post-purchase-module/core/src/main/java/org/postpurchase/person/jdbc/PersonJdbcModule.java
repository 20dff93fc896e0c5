package org.postpurchase.person.jdbc;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.person.Changes;
import org.postpurchase.person.FactsSwitch;
import org.postpurchase.person.PersonStore;
import org.postpurchase.person.ShopRecords;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class PersonJdbcModule {
  private PersonJdbcModule() {}

  public static PersonStore people(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcPersonStore(jdbc, inserts);
  }

  public static FactsSwitch facts(JdbcTemplate jdbc, Inserts inserts, Clock clock) {
    return new JdbcFactsSwitch(jdbc, inserts, clock);
  }

  /** Names of those tables of other features from which facts follow. */
  public static Set<String> followedTables() {
    return Tail.ALL.stream()
        .map(tail -> tail.end.substring(tail.end.indexOf(" from ") + " from ".length()))
        .collect(Collectors.toSet());
  }

  /** Follows the tables of the features that say something about people. */
  public static Changes changes(JdbcTemplate jdbc, Inserts inserts, ShopRecords shop, Clock clock) {
    return new JdbcChanges(jdbc, inserts, shop, clock);
  }
}
