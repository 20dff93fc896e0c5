package org.postpurchase.messaging;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Supplies what a template may show for messages: plain maps, lists, texts and numbers only. */
public interface MessageModel {
  /**
   * The facts for each of the messages, by id. Joins the caller's transaction; the number of its
   * statements does not grow with the messages.
   *
   * @param localeOf language of the wording that was chosen for a message; everything is told in it
   * @throws org.postpurchase.shared.PostPurchaseException when the facts behind one of them are
   *     gone, saying which; each is then asked for alone
   */
  Map<Long, MessageFacts> factsOf(List<Message> messages, Function<Message, String> localeOf);
}
