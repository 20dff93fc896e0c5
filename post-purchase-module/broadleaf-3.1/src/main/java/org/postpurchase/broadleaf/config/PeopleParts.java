package org.postpurchase.broadleaf.config;

import java.util.stream.Collectors;
import org.postpurchase.analytics.ReadFigures;
import org.postpurchase.analytics.jdbc.AnalyticsJdbcModule;
import org.postpurchase.broadleaf.analytics.BroadleafSales;
import org.postpurchase.broadleaf.person.BroadleafPeople;
import org.postpurchase.broadleaf.person.PeopleSearch;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.Channels;
import org.postpurchase.people.FindPerson;
import org.postpurchase.people.Glances;
import org.postpurchase.people.Timeline;
import org.postpurchase.people.jdbc.PeopleJdbcModule;
import org.postpurchase.privacy.PersonalData;
import org.postpurchase.privacy.jdbc.PrivacyJdbcModule;
import org.postpurchase.shared.jdbc.RowSets;

/** What the admin's pages about people and Home stand on. */
final class PeopleParts {
  public final FindPerson find;
  public final Timeline timeline;
  public final Glances glances;
  public final ReadFigures figures;
  public final PersonalData personal;

  PeopleParts(Infrastructure base, PeopleSearch search, Channels channels, SegmentParts segments) {
    RowSets sets = base.inserts.rows();
    find = new BroadleafPeople(base.jdbc, search);
    timeline = PeopleJdbcModule.timeline(base.jdbc, sets);
    glances = PeopleJdbcModule.glances(base.jdbc, sets);
    personal =
        PrivacyJdbcModule.personalData(
            base.jdbc,
            sets,
            channels.all().stream().map(Channel::consentKey).collect(Collectors.toSet()));
    figures =
        new ReadFigures(
            AnalyticsJdbcModule.figures(base.jdbc),
            new BroadleafSales(base.jdbc, segments::getCurrency),
            base::zone,
            base.transactions,
            base.clock);
  }
}
