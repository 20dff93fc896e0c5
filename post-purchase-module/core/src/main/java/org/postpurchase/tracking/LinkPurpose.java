package org.postpurchase.tracking;

import java.time.Duration;

/** What a link is good for, and for how long. The code is part of every token and never changes. */
public enum LinkPurpose {
  /** Long, because a mail may be found again years later and its reader still has the right. */
  UNSUBSCRIBE("u", Duration.ofDays(730)),

  /** As long as an unsubscribe link: both stand in the same mail. */
  PREFERENCES("e", Duration.ofDays(730)),

  /** Says that a tick was meant; a mailbox that is read once a week gets to it. */
  CONFIRM("k", Duration.ofDays(7)),

  /** As long as somebody may need to make up their mind about an account. */
  CLAIM_POINTS("p", Duration.ofDays(90)),

  /** An advocate comes back to see what became of friends, however late they order. */
  REFERRAL_STATUS("r", Duration.ofDays(730)),

  /** The buyer of one order may ask for a link to recommend the shop with. */
  REFERRAL_ASK("f", Duration.ofDays(180)),

  /** The review form for one order; as long as a request and its reminder may lie around. */
  REVIEW("v", Duration.ofDays(45)),

  /** One survey about one order. */
  SURVEY("q", Duration.ofDays(45)),

  /** Where a buyer reports a problem with one order: as long as goods may turn out to be broken. */
  CASE("c", Duration.ofDays(180)),

  /** Puts goods into the basket of whoever opens it; as long as carts and reminders are of use. */
  BASKET("b", Duration.ofDays(60)),

  /** The form on which a buyer says how much a product is used; use goes on for long. */
  USAGE("m", Duration.ofDays(365)),

  /**
   * Where a page of the shop reports that its product is looked at; as long as a tab stays open.
   */
  SEEN("l", Duration.ofDays(1)),

  /** By which mailbox a browser is known whose user has agreed to that. */
  KNOWN("n", Duration.ofDays(180)),

  /** Names a message and one of its links; as long as its click says anything. */
  CLICK("t", Duration.ofDays(400)),

  /** Where a provider reports; it stands in the provider's settings for as long as it is used. */
  CALLBACK("w", Duration.ofDays(36_500));

  final String code;
  final Duration life;

  LinkPurpose(String code, Duration life) {
    this.code = code;
    this.life = life;
  }
}
