package org.postpurchase.segment.jdbc;

import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.segment.SegmentStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class SegmentJdbcModule {
  private SegmentJdbcModule() {}

  public static SegmentStore segments(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcSegmentStore(jdbc, inserts);
  }

  public static SegmentMembership membership(Inserts inserts) {
    return new JdbcSegmentMembership(inserts.rows());
  }
}
