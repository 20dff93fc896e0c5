package org.postpurchase.broadleaf.config;

import org.postpurchase.restraint.ContactBudget;
import org.postpurchase.restraint.SendingHours;
import org.postpurchase.restraint.SendingLaw;
import org.postpurchase.restraint.jdbc.RestraintJdbcModule;
import org.postpurchase.series.SeriesEngine;

/** How much advertising people get and when, put together once for each webapp. */
public final class RestraintParts {
  private final SendingLaw law = SendingLaw.shipped();
  private final ContactBudget budget;
  private final SendingHours hours = new SendingHours(law);

  RestraintParts(Ground ground) {
    budget = new ContactBudget(RestraintJdbcModule.contacts(ground.jdbc, ground.inserts), law);
  }

  SeriesEngine.Sources restrain(SeriesEngine.Sources sources) {
    return sources.restrained(budget, hours);
  }

  public SendingLaw getLaw() {
    return law;
  }

  public SendingHours getHours() {
    return hours;
  }
}
