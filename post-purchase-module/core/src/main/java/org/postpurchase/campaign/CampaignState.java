package org.postpurchase.campaign;

/** What has become of a campaign. The names are stored and never change their meaning. */
public enum CampaignState {
  /** Being written; nobody sees it. */
  DRAFT,
  /** Its page is there and entries count between its two moments. */
  OPEN,
  /** Taken off by staff before its end; without a draw. */
  CLOSED,
  /** The winners are drawn; nothing changes any more. */
  DRAWN
}
