package org.postpurchase.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  /**
   * This model, but for messages of one touch, whose facts come from elsewhere.
   *
   * @param facts of those messages, which are never none
   */
  default MessageModel with(String touch, MessageModel facts) {
    return (messages, localeOf) -> {
      Map<Boolean, List<Message>> byTouch =
          messages.stream()
              .collect(Collectors.partitioningBy(each -> each.content.touch.equals(touch)));
      Map<Long, MessageFacts> all = new HashMap<>();
      if (!byTouch.get(true).isEmpty()) {
        all.putAll(facts.factsOf(byTouch.get(true), localeOf));
      }
      if (!byTouch.get(false).isEmpty()) {
        all.putAll(factsOf(byTouch.get(false), localeOf));
      }
      return all;
    };
  }

  /** A model that tells the facts of each message without asking a table. */
  static MessageModel each(BiFunction<Message, Function<Message, String>, MessageFacts> facts) {
    return (messages, localeOf) ->
        messages.stream()
            .collect(Collectors.toMap(each -> each.id, each -> facts.apply(each, localeOf)));
  }
}
