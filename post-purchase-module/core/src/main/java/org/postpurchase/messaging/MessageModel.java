package org.postpurchase.messaging;

/** Supplies what a template may show for one message: plain maps, lists, texts and numbers only. */
public interface MessageModel {
  /**
   * @param localeCode language of the wording that was chosen; everything is told in it
   * @throws org.postpurchase.shared.PostPurchaseException when the facts behind the message are
   *     gone, saying which
   */
  MessageFacts forMessage(Message message, String localeCode);
}
