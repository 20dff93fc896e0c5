package org.postpurchase.referral.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.ProgrammeStatus;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralEvent;
import org.postpurchase.referral.ReferralReason;
import org.postpurchase.referral.ReferralReward;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ReferralStore;
import org.postpurchase.referral.RewardKind;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Utc;

/** Rows of the feature as values. */
final class ReferralRows {
  private ReferralRows() {}

  static Referral referral(ResultSet row) throws SQLException {
    String currency = Columns.text(row, "CURRENCY");
    Money base =
        currency.isEmpty()
            ? null
            : Money.ofMinor(row.getLong("BASE_MINOR"), Currency.getInstance(currency));
    return new Referral.Builder(
            row.getLong("REFERRAL_ID"), row.getLong("PROGRAMME_ID"), row.getLong("ADVOCATE_ID"))
        .friend(row.getString("FRIEND_KEY"), row.getString("CONTACT"))
        .of(
            row.getLong("ORDER_ID"),
            row.getInt("LIFE"),
            new Referral.Claim(
                Columns.text(row, "CHANNEL"),
                Columns.text(row, "REFERRER"),
                Columns.text(row, "DEVICE_KEY"),
                Columns.text(row, "NETWORK_KEY"),
                Utc.instant(row, "CLAIMED_AT")))
        .is(
            ReferralState.valueOf(row.getString("STATE")),
            ReferralReason.valueOf(row.getString("REASON")),
            Utc.instant(row, "CHANGED_AT"))
        .judged(row.getInt("SCORE"), base)
        .due(Utc.instant(row, "DUE_AT"))
        .booked(Utc.instant(row, "BOOKED_AT"))
        .decided(Columns.text(row, "DECIDED_BY"))
        .appealed(Utc.instant(row, "APPEALED_AT"), Columns.text(row, "APPEAL"))
        .build();
  }

  static ReferralStore.CodeFacts facts(ResultSet row, String friendKey) throws SQLException {
    boolean known = row.getLong("REFERRAL_ID") != 0;
    Advocate.NewAdvocate advocate =
        new Advocate.NewAdvocate(
            row.getLong("A_PROGRAMME"),
            "",
            row.getLong("A_CUSTOMER"),
            "",
            "",
            java.util.Locale.ROOT,
            0);
    return new ReferralStore.CodeFacts(
        row.getString("A_CODE"),
        advocate,
        row.getLong("A_ID"),
        row.getString("A_MAILBOX"),
        new ReferralStore.Rules(
            friendKey,
            row.getBoolean("A_SUSPENDED"),
            ProgrammeStatus.valueOf(row.getString("P_STATUS")),
            row.getBigDecimal("P_MINIMUM"),
            row.getLong("EARLIER_HERE") + row.getLong("EARLIER_HOST") > 0),
        known ? referral(row) : null);
  }

  static ReferralEvent event(ResultSet row) throws SQLException {
    return new ReferralEvent(
        row.getLong("REFERRAL_ID"),
        ReferralState.valueOf(row.getString("FROM_STATE")),
        ReferralState.valueOf(row.getString("TO_STATE")),
        ReferralEvent.Gate.valueOf(row.getString("GATE")),
        ReferralReason.valueOf(row.getString("REASON")),
        Columns.text(row, "DETAIL"),
        Columns.text(row, "ACTOR"),
        Utc.instant(row, "HAPPENED_AT"));
  }

  static ReferralReward reward(ResultSet row) throws SQLException {
    return new ReferralReward(
        row.getLong("REFERRAL_ID"),
        ReferralReward.Side.valueOf(row.getString("SIDE")),
        row.getInt("LIFE"),
        new ReferralReward.What(
            RewardKind.valueOf(row.getString("KIND")),
            row.getLong("POINTS"),
            row.getLong("OFFER_ID"),
            row.getInt("VALID_DAYS")),
        new ReferralReward.Lot(
            Columns.text(row, "PROGRAMME"),
            row.getLong("ACCOUNT_ID"),
            row.getInt("LOT_NO"),
            row.getLong("TAKEN_BACK")),
        ReferralReward.State.valueOf(row.getString("STATE")));
  }
}
