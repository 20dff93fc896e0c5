package org.postpurchase.admin.home;

/** One step of a series with what it sent and brought. */
final class SeriesLine {
  public final long seriesId;
  public final String series;
  public final String step;
  public final String sent;
  String stepKey = "";
  String clicked = "";
  String orders = "";
  String money = "";

  SeriesLine(long seriesId, String series, String step, String sent) {
    this.seriesId = seriesId;
    this.series = series;
    this.step = step;
    this.sent = sent;
  }

  /** For the address of the clicks behind the number. */
  public String getStepKey() {
    return stepKey;
  }

  /** Empty for none. */
  public String getClicked() {
    return clicked;
  }

  public String getOrders() {
    return orders;
  }

  /** One amount for each currency. */
  public String getMoney() {
    return money;
  }
}
