package org.postpurchase.admin.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.referral.Signal;

/** One referral as a list shows it. */
final class ReferralRow {
  private static final String NO_CHANNEL = "link";
  private static final Set<String> CHANNELS =
      new HashSet<>(
          Arrays.asList(
              NO_CHANNEL, "copy", "mail", "whatsapp", "facebook", "x", "print", "invite"));

  private final ReferralViews.Row row;
  private final List<Signal> signals;
  private final Map<Long, String> numbers;
  private final Moments moments;
  private final Locale locale;

  ReferralRow(
      ReferralViews.Row row,
      List<Signal> signals,
      Map<Long, String> numbers,
      Moments moments,
      Locale locale) {
    this.row = row;
    this.signals = signals;
    this.numbers = numbers;
    this.moments = moments;
    this.locale = locale;
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

  /** The number, else the id. */
  public String getOrder() {
    long id = row.referral.orderId;
    return numbers.getOrDefault(id, String.valueOf(id));
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

  /** Where the link was put; empty for a typed code, and for a link of which nobody knows. */
  public String getChannel() {
    return row.referral.claim.channel.equals(NO_CHANNEL) ? "" : row.referral.claim.channel;
  }

  public String getChannelWords() {
    return channelWords(row.referral.claim.channel);
  }

  /** Key of the words for where a link was put; null for a place that a shop has named itself. */
  static String channelWords(String channel) {
    return CHANNELS.contains(channel) ? "PostPurchase_Referrals_Channel_" + channel : null;
  }

  public String getBase() {
    return row.referral.base == null ? "" : row.referral.base.format(locale);
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
    return signals.stream()
        .map(signal -> new SignalRow(signal, numbers))
        .collect(Collectors.toCollection(ArrayList::new));
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

    private final Map<Long, String> numbers;

    SignalRow(Signal signal, Map<Long, String> numbers) {
      this.signal = signal;
      this.numbers = numbers;
    }

    public String getKey() {
      return signal.key;
    }

    public int getWeight() {
      return signal.weight;
    }

    public List<Evidence> getEvidence() {
      return Evidence.of(signal, numbers);
    }
  }
}
