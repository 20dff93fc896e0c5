package org.postpurchase.loyalty.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.postpurchase.loyalty.EarningAward;
import org.postpurchase.loyalty.EarningOrder;
import org.postpurchase.loyalty.Refund;
import org.postpurchase.loyalty.RuleLimits;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Utc;

/** Rows to values and back. */
final class EarningRows {
  private EarningRows() {}

  static Object[] values(EarningOrder order) {
    return new Object[] {
      order.orderId,
      order.life,
      order.programme,
      order.ownerKey,
      order.personKey,
      Utc.param(order.placedAt),
      Utc.param(order.beganAt),
      order.paid.currency,
      order.paid.minor,
      order.paid.shippingMinor,
      order.hadEarlier ? 1 : 0,
      order.state().name()
    };
  }

  static Object[] values(EarningAward award) {
    return new Object[] {
      award.orderId,
      award.life,
      award.lineId,
      award.kind,
      award.rule.key,
      award.rule.version,
      award.rule.termsVersion,
      award.rule.limits.toString(),
      award.isPersonal() ? 1 : 0,
      award.points,
      award.baseMinor,
      award.residue,
      award.booked,
      award.quantity,
      award.keptUnits,
      award.lots,
      Utc.param(award.maturesAt)
    };
  }

  static Object[] changed(EarningAward award) {
    return new Object[] {
      award.points,
      award.booked,
      award.keptUnits,
      award.lots,
      Utc.param(award.maturesAt),
      award.orderId,
      award.life,
      award.lineId,
      award.kind
    };
  }

  static EarningOrder order(ResultSet row) throws SQLException {
    return new EarningOrder(
        row.getLong("ORDER_ID"),
        row.getInt("LIFE"),
        new EarningOrder.Owner(
            row.getString("PROGRAMME"), row.getString("OWNER_KEY"), row.getString("PERSON_KEY")),
        Utc.instant(row, "PLACED_AT"),
        Utc.instant(row, "BEGAN_AT"),
        new EarningOrder.Paid(
            row.getString("CURRENCY"), row.getLong("PAID_MINOR"), row.getLong("SHIPPING_MINOR")),
        row.getInt("HAD_EARLIER") == 1,
        EarningOrder.Kept.valueOf(row.getString("KEPT")));
  }

  static EarningAward award(ResultSet row) throws SQLException {
    return new EarningAward(
        row.getLong("ORDER_ID"),
        row.getInt("LIFE"),
        row.getLong("LINE_ID"),
        row.getString("KIND"),
        new EarningAward.Rule(
            Columns.text(row, "RULE_KEY"),
            row.getInt("RULE_VERSION"),
            row.getInt("TERMS_VERSION"),
            RuleLimits.parse(Columns.text(row, "LIMITS"))),
        new long[] {
          row.getLong("POINTS"),
          row.getLong("BASE_MINOR"),
          row.getLong("RESIDUE"),
          row.getLong("BOOKED")
        },
        new int[] {row.getInt("QUANTITY"), row.getInt("KEPT_UNITS"), row.getInt("LOTS")},
        Utc.instant(row, "MATURES_AT"));
  }

  static Refund refund(ResultSet row) throws SQLException {
    return new Refund(
        row.getLong("ORDER_ID"),
        row.getString("CURRENCY"),
        row.getLong("AMOUNT_MINOR"),
        Utc.instant(row, "REFUNDED_AT"));
  }
}
