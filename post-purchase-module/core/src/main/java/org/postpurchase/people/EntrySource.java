package org.postpurchase.people;

/**
 * What an entry of the time line is a row of. Of entries of one instant, those of a later source
 * come first.
 */
public enum EntrySource {
  ORDER_PLACED(EntryKind.ORDERS),
  ORDER_FACT(EntryKind.ORDERS),
  SERIES_ENTERED(EntryKind.SERIES),
  SERIES_ENDED(EntryKind.SERIES),
  DECISION(EntryKind.DECISIONS),
  MESSAGE(EntryKind.MESSAGES),
  CLICK(EntryKind.CLICKS),
  POSTING(EntryKind.POINTS),
  TIER(EntryKind.POINTS),
  CODE(EntryKind.CODES),
  ADVOCATE(EntryKind.REFERRALS),
  REFERRAL(EntryKind.REFERRALS),
  REFERRED(EntryKind.REFERRALS),
  REVIEW(EntryKind.REVIEWS),
  STORY(EntryKind.REVIEWS),
  CAMPAIGN(EntryKind.REVIEWS),
  SURVEY(EntryKind.SURVEYS),
  CASE(EntryKind.CASES),
  CONSENT(EntryKind.CONSENTS),
  SUPPRESSION(EntryKind.CONSENTS);

  public final EntryKind kind;

  EntrySource(EntryKind kind) {
    this.kind = kind;
  }
}
