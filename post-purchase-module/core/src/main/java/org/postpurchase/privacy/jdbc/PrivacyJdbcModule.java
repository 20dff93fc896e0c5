package org.postpurchase.privacy.jdbc;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** Columns that an erasure takes care of, by table; {@code *} for all of them. */
  public static Map<String, Set<String>> personalColumns() {
    Map<String, Set<String>> columns = new TreeMap<>();
    for (Personal table : PersonalTables.ALL) {
      Set<String> all = columns.computeIfAbsent(table.table, t -> new TreeSet<>());
      all.addAll(table.columns());
      if (table.deletes) {
        all.add("*");
      }
    }
    FreeTexts.columns()
        .forEach(
            (table, texts) -> columns.computeIfAbsent(table, t -> new TreeSet<>()).addAll(texts));
    return columns;
  }
}
