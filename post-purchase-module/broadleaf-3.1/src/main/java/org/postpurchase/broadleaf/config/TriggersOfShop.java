package org.postpurchase.broadleaf.config;

import java.util.ArrayList;
import java.util.List;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.moment.Trigger;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.Triggers;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * All triggers of a shop: those of the product, and every bean of the type {@link Trigger}.
 *
 * <p>They are looked for when they are first needed, since such a bean may itself need the product,
 * and at the latest when the webapp has started: two with one key keep it from starting.
 */
public final class TriggersOfShop implements ApplicationListener<ContextRefreshedEvent> {
  private final Triggers triggers;

  TriggersOfShop(BeanFactory beans) {
    triggers = new Triggers(() -> all((ListableBeanFactory) beans));
  }

  private static List<Trigger> all(ListableBeanFactory beans) {
    List<Trigger> all = new ArrayList<>(OrderTriggers.shipped());
    for (ShippedTriggers some : beans.getBeansOfType(ShippedTriggers.class).values()) {
      all.addAll(some.triggers);
    }
    all.addAll(beans.getBeansOfType(Trigger.class, false, false).values());
    return all;
  }

  public Triggers get() {
    return triggers;
  }

  /** The host's forms and lists offer what is registered. */
  @Override
  public void onApplicationEvent(ContextRefreshedEvent event) {
    Choice.Trigger.offer(triggers.all());
  }
}
