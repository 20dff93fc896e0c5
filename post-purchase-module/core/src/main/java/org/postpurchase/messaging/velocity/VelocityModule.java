package org.postpurchase.messaging.velocity;

import org.postpurchase.messaging.Renderer;

/** The one door to the Velocity renderer. */
public final class VelocityModule {
  private VelocityModule() {}

  public static Renderer renderer() {
    return new VelocityRenderer(new TemplateCache());
  }
}
