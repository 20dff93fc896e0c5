package org.postpurchase.broadleaf.order;

import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.metamodel.source.MetadataImplementor;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Attaches the order intake to every session factory of the host; found by Hibernate through {@code
 * META-INF/services}.
 *
 * <p>Created outside Spring and before any bean exists, hence without dependencies. Only the
 * factory that maps orders ever calls the listener with one.
 */
public final class OrderIntakeIntegrator implements Integrator {
  @Override
  public void integrate(
      Configuration configuration,
      SessionFactoryImplementor factory,
      SessionFactoryServiceRegistry services) {
    attach(services);
  }

  @Override
  public void integrate(
      MetadataImplementor metadata,
      SessionFactoryImplementor factory,
      SessionFactoryServiceRegistry services) {
    attach(services);
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry services) {}

  private static void attach(SessionFactoryServiceRegistry services) {
    EventListenerRegistry registry = services.getService(EventListenerRegistry.class);
    OrderIntakeListener listener = new OrderIntakeListener();
    registry.appendListeners(EventType.POST_UPDATE, listener);
    registry.appendListeners(EventType.POST_INSERT, listener);
  }
}
