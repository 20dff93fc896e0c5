package org.postpurchase.admin.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.referral.Signal;

/** One referral as a list shows it. */
final class ReferralRow {
  private final ReferralViews.Row row;
  private final List<Signal> signals;
  public final String order;
  private final Moments moments;

  ReferralRow(ReferralViews.Row row, List<Signal> signals, String order, Moments moments) {
    this.row = row;
    this.signals = signals;
    this.order = order;
    this.moments = moments;
  }

  public long getId() {
    return row.referral.id;
  }

  public String getAdvocate() {
    return row.advocate == null ? "" : row.advocate.contact;
  }

  public String getCode() {
    return row.advocate == null ? "" : FriendCode.shown(row.advocate.code);
  }

  public boolean isSuspended() {
    return row.advocate != null && row.advocate.suspended;
  }

  public long getAdvocateId() {
    return row.referral.advocateId;
  }

  public String getFriend() {
    return row.referral.contact;
  }

  public String getState() {
    return row.referral.state.name();
  }

  public String getReason() {
    return row.referral.reason.name();
  }

  public int getScore() {
    return row.referral.score;
  }

  public String getMethod() {
    return row.referral.claim.method.name();
  }

  public String getChannel() {
    return row.referral.claim.channel;
  }

  public String getBase() {
    return row.referral.base == null ? "" : row.referral.base.toString();
  }

  public String getAppeal() {
    return row.referral.appealedAt == null ? "" : row.referral.appeal;
  }

  public boolean isAppealed() {
    return row.referral.appealedAt != null;
  }

  public String getWhen() {
    return moments.of(row.referral.claim.at);
  }

  public String getDue() {
    return row.referral.dueAt == null ? "" : moments.of(row.referral.dueAt);
  }

  public List<SignalRow> getSignals() {
    return signals.stream().map(SignalRow::new).collect(Collectors.toCollection(ArrayList::new));
  }

  public boolean isApprovable() {
    ReferralState state = row.referral.state;
    return state == ReferralState.HELD || state == ReferralState.REJECTED;
  }

  public boolean isRejectable() {
    Referral referral = row.referral;
    return referral.isOpen() || referral.state == ReferralState.REWARDED;
  }

  public boolean isUndoable() {
    return row.referral.state == ReferralState.REJECTED;
  }

  /** One signal with its evidence. */
  public static final class SignalRow {
    private final Signal signal;

    SignalRow(Signal signal) {
      this.signal = signal;
    }

    public String getKey() {
      return signal.key;
    }

    public int getWeight() {
      return signal.weight;
    }

    public String getEvidence() {
      return signal.evidence;
    }
  }
}
