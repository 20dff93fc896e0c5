package org.postpurchase.admin.points;

/** What became of something that a person asked for, in words. */
final class Outcome {
  final boolean good;
  final String messageKey;

  private Outcome(boolean good, String messageKey) {
    this.good = good;
    this.messageKey = messageKey;
  }

  static Outcome done(String messageKey) {
    return new Outcome(true, messageKey);
  }

  static Outcome refused(String messageKey) {
    return new Outcome(false, messageKey);
  }

  /** The words for a refusal of the ledger. */
  static Outcome refused(org.postpurchase.ledger.Refusal why) {
    return refused("PostPurchase_Refusal_" + why.name());
  }
}
