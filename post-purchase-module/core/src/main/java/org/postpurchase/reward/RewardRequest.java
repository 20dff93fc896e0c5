package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A code that somebody is to get. */
public final class RewardRequest {
  public final RewardGrant grant;

  /** Days from its issue that it may be used. */
  public final int validDays;

  /** In which its title is told. */
  public final Locale locale;

  public RewardRequest(RewardGrant grant, int validDays, Locale locale) {
    this.grant = requireNonNull(grant, "grant");
    this.validDays = validDays;
    this.locale = requireNonNull(locale, "locale");
  }
}
