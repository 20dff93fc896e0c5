package org.postpurchase.admin.simulation;

import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.loyalty.Simulation;

/** Plain values of a simulation, for the page. */
final class SimulationNote {
  private final TryRule.Tried tried;
  private final Moments moments;
  private final ZoneId zone;
  private final Locale locale;

  SimulationNote(TryRule.Tried tried, ZoneId zone, Locale locale) {
    this.tried = tried;
    this.moments = new Moments(zone, locale);
    this.zone = zone;
    this.locale = locale;
  }

  public String getRule() {
    return tried.rule.name;
  }

  /** Whether the rule is switched on, so that the second column is without it. */
  public boolean isWithout() {
    return tried.rule.active;
  }

  public boolean isDatesLeftAside() {
    return tried.outcome.datesLeftAside;
  }

  public String getFrom() {
    return moments.of(tried.outcome.from);
  }

  public String getUntil() {
    return moments.of(tried.outcome.until);
  }

  public String getOrders() {
    return NumberFormat.getIntegerInstance(locale).format(tried.outcome.orders);
  }

  public String getCancelled() {
    return NumberFormat.getIntegerInstance(locale).format(tried.outcome.cancelled);
  }

  public boolean isComplete() {
    return tried.outcome.complete;
  }

  /** Empty without orders. */
  public String getOldest() {
    return moments.of(tried.outcome.oldest);
  }

  /** In seconds. */
  public String getTook() {
    NumberFormat seconds = NumberFormat.getNumberInstance(locale);
    seconds.setMaximumFractionDigits(1);
    return seconds.format(tried.outcome.took.toMillis() / 1000.0);
  }

  public List<SimulatedPart> getParts() {
    return tried.outcome.parts.stream()
        .map((Simulation.Part part) -> new SimulatedPart(part, zone, locale))
        .collect(Collectors.toList());
  }
}
