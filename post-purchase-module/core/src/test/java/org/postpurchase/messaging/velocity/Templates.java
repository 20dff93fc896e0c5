package org.postpurchase.messaging.velocity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.messaging.MessageTemplate;

/** Small templates and a model as an order gives it. */
final class Templates {
  private Templates() {}

  static MessageTemplate html(String layout) {
    return template(1, "Thanks", layout, "plain");
  }

  static MessageTemplate template(int version, String subject, String html, String text) {
    return new MessageTemplate(
        "thank-you",
        "en-GB",
        version,
        true,
        Instant.EPOCH,
        new MessageTemplate.Texts(subject, "Soon", "Hello", "Intro", "Bye"),
        html,
        text);
  }

  static Map<String, Object> model() {
    Map<String, Object> customer = new HashMap<>();
    customer.put("firstName", "Tom & \"Jo\" <b>'s");
    customer.put("nickname", null);
    Map<String, Object> order = new HashMap<>();
    order.put("number", "N1");
    order.put("lineCount", 2);
    order.put("lines", Collections.unmodifiableList(Arrays.asList(line("Tea"), line("Cup"))));
    Map<String, Object> model = new HashMap<>();
    model.put("order", order);
    model.put("customer", customer);
    return model;
  }

  private static Map<String, Object> line(String name) {
    Map<String, Object> line = new HashMap<>();
    line.put("name", name);
    line.put("quantity", 1);
    return line;
  }

  static String render(String text) {
    return VelocityModule.renderer().renderText("test", text, model());
  }

  static List<Object> lines(Map<String, Object> model) {
    @SuppressWarnings("unchecked")
    List<Object> lines = (List<Object>) ((Map<String, Object>) model.get("order")).get("lines");
    return lines;
  }
}
