package org.postpurchase.loyalty.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.postpurchase.loyalty.MemberCards;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.RowSets;

/** Balances and standings of many accounts at once. */
final class JdbcMemberCards implements MemberCards {
  private static final String OF_OWNERS =
      "select A.OWNER_KEY, A.AVAILABLE, S.TIER_KEY, S.QUALIFIED from PP_POINTS_ACCOUNT A left join"
          + " PP_TIER_STANDING S on S.ACCOUNT_ID = A.ACCOUNT_ID where A.OWNER_KEY {keys} and"
          + " A.PROGRAMME = ? and A.MERGED_INTO = 0";

  private final RowSets rows;

  JdbcMemberCards(RowSets rows) {
    this.rows = rows;
  }

  @Override
  public Map<String, Card> of(String programme, Collection<String> ownerKeys) {
    Map<String, Card> cards = new HashMap<>();
    if (!ownerKeys.isEmpty()) {
      rows.select(
          OF_OWNERS,
          ownerKeys,
          (row, n) ->
              cards.put(
                  row.getString("OWNER_KEY"),
                  new Card(
                      row.getLong("AVAILABLE"),
                      Columns.text(row, "TIER_KEY"),
                      row.getLong("QUALIFIED"))),
          programme);
    }
    return cards;
  }
}
