package org.postpurchase.feedback;

/** What the shop has sent. Joins the caller's transaction or begins one of its own. */
public interface SentMails {
  /**
   * Whether a mail of that Message-ID went to that address.
   *
   * @param contact key of the mailbox
   * @param messageId with its angle brackets
   */
  boolean wasSent(String contact, String messageId);
}
