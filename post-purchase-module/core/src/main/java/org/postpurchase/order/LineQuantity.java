package org.postpurchase.order;

/** So many units of one order line. */
public final class LineQuantity {
  public final long lineId;
  public final int quantity;

  private LineQuantity(long lineId, int quantity) {
    this.lineId = lineId;
    this.quantity = quantity;
  }

  /**
   * @throws LifecycleRefusedException when the quantity is not positive
   */
  public static LineQuantity of(long lineId, int quantity) {
    if (quantity <= 0) {
      throw new LifecycleRefusedException(
          "The quantity of line " + lineId + " must be at least 1, but it is " + quantity + ".");
    }
    return new LineQuantity(lineId, quantity);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LineQuantity
        && ((LineQuantity) o).lineId == lineId
        && ((LineQuantity) o).quantity == quantity;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(lineId) + quantity;
  }

  @Override
  public String toString() {
    return lineId + ":" + quantity;
  }
}
