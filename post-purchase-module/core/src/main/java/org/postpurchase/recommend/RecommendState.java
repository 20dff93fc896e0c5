package org.postpurchase.recommend;

import java.time.Instant;

/** Whether anything is recommended, and the last build. Immutable. */
public final class RecommendState {
  public final boolean active;

  /** 0 before the first build. */
  public final int generation;

  /** Null before the first build. */
  public final Instant builtAt;

  /** Of the last build. */
  public final long orders;

  public final long products;
  public final long millis;

  public RecommendState(
      boolean active, int generation, Instant builtAt, long orders, long products, long millis) {
    this.active = active;
    this.generation = generation;
    this.builtAt = builtAt;
    this.orders = orders;
    this.products = products;
    this.millis = millis;
  }
}
