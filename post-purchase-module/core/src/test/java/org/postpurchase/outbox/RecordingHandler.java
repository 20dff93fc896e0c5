package org.postpurchase.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;

/** Remembers what it was given and then does what the test wants. */
final class RecordingHandler implements EventHandler {
  final List<OrderEvent> handled = new CopyOnWriteArrayList<>();
  private final String name;
  private final Consumer<OrderEvent> effect;

  RecordingHandler(String name, Consumer<OrderEvent> effect) {
    this.name = name;
    this.effect = effect;
  }

  static RecordingHandler named(String name) {
    return new RecordingHandler(name, event -> {});
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return fact == OrderFact.SUBMITTED;
  }

  @Override
  public void handle(List<OrderEvent> events) {
    for (OrderEvent event : events) {
      handled.add(event);
      effect.accept(event);
    }
  }
}
