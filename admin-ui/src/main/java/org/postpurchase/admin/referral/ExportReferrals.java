package org.postpurchase.admin.referral;

import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralReward;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.shared.Transactions;

/**
 * Writes all referrals as CSV, page by page, so that any number of them fits into memory. Instants
 * are UTC as ISO 8601 has them. A spreadsheet takes nothing in it for a formula.
 */
final class ExportReferrals {
  private static final int PAGE = 500;
  private static final String[] COLUMNS = {
    "referral",
    "claimed_at",
    "state",
    "reason",
    "score",
    "method",
    "channel",
    "advocate",
    "advocate_code",
    "friend",
    "order_id",
    "merchandise",
    "currency",
    "due_at",
    "advocate_points",
    "friend_points",
    "points_taken_back",
    "decided_by",
    "appealed_at"
  };

  private final ReferralViews views;
  private final Transactions transactions;

  public ExportReferrals(ReferralViews views, Transactions transactions) {
    this.views = views;
    this.transactions = transactions;
  }

  /**
   * @throws IOException when whoever wanted it has gone
   */
  void to(Writer out) throws IOException {
    line(out, (Object[]) COLUMNS);
    long last = 0;
    List<ReferralViews.Row> page = page(last);
    while (!page.isEmpty()) {
      List<Long> ids = page.stream().map(row -> row.referral.id).collect(Collectors.toList());
      Map<Long, List<ReferralReward>> rewards = transactions.call(() -> views.rewards(ids));
      for (ReferralViews.Row row : page) {
        write(out, row, rewards.getOrDefault(row.referral.id, Collections.emptyList()));
        last = row.referral.id;
      }
      out.flush();
      page = page(last);
    }
  }

  private List<ReferralViews.Row> page(long after) {
    return transactions.call(() -> views.after(after, PAGE));
  }

  private static void write(Writer out, ReferralViews.Row row, List<ReferralReward> rewards)
      throws IOException {
    Referral r = row.referral;
    Advocate advocate = row.advocate;
    line(
        out,
        r.id,
        r.claim.at,
        r.state,
        r.reason,
        r.score,
        r.claim.method,
        r.claim.channel,
        advocate == null ? "" : advocate.contact,
        advocate == null ? "" : FriendCode.shown(advocate.code),
        r.contact,
        r.orderId,
        r.base == null ? "" : r.base.toString().replaceFirst(" .*", ""),
        r.base == null ? "" : r.base.currency().getCurrencyCode(),
        r.dueAt,
        points(rewards, ReferralReward.Side.ADVOCATE),
        points(rewards, ReferralReward.Side.FRIEND),
        rewards.stream().mapToLong(reward -> reward.takenBack).sum(),
        r.decidedBy,
        r.appealedAt);
  }

  private static long points(List<ReferralReward> rewards, ReferralReward.Side side) {
    return rewards.stream().filter(r -> r.side == side).mapToLong(ReferralReward::left).sum();
  }

  private static void line(Writer out, Object... values) throws IOException {
    StringBuilder line = new StringBuilder();
    for (Object value : values) {
      line.append(line.length() == 0 ? "" : ",").append(field(value));
    }
    out.write(line.append("\r\n").toString());
  }

  static String field(Object value) {
    String text = value == null ? "" : value.toString();
    if (!text.isEmpty() && !(value instanceof Number) && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted = text.matches("(?s).*[\",\r\n;].*");
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
