package org.postpurchase.broadleaf.config;

import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.postpurchase.analytics.ReadFigures;
import org.postpurchase.analytics.jdbc.AnalyticsJdbcModule;
import org.postpurchase.broadleaf.analytics.BroadleafSales;
import org.postpurchase.broadleaf.person.BroadleafPeople;
import org.postpurchase.messaging.Channel;
import org.postpurchase.people.FindPerson;
import org.postpurchase.people.Glances;
import org.postpurchase.people.Timeline;
import org.postpurchase.people.jdbc.PeopleJdbcModule;
import org.postpurchase.privacy.PersonalData;
import org.postpurchase.privacy.jdbc.PrivacyJdbcModule;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;

/** What the admin's pages about people and Home stand on. Only the admin's webapp needs it. */
public final class PeopleParts {
  private final FindPerson find;
  private final Timeline timeline;
  private final Glances glances;
  private final ReadFigures figures;
  private final PersonalData personal;

  public PeopleParts(EntityManagerFactory factory, PostPurchase shop) {
    DataSource dataSource = ((EntityManagerFactoryInfo) factory).getDataSource();
    JdbcTemplate jdbc = HostStatements.on(dataSource);
    RowSets sets = new RowSets(jdbc, SqlDialect.of(dataSource));
    find = new BroadleafPeople(jdbc);
    timeline = PeopleJdbcModule.timeline(jdbc, sets);
    glances = PeopleJdbcModule.glances(jdbc, sets);
    personal =
        PrivacyJdbcModule.personalData(
            jdbc,
            sets,
            shop.getChannels().getChannels().all().stream()
                .map(Channel::consentKey)
                .collect(Collectors.toSet()));
    figures =
        new ReadFigures(
            AnalyticsJdbcModule.figures(jdbc),
            new BroadleafSales(jdbc, shop.getSegments()::getCurrency),
            () -> shop.getShop().zone,
            shop.getTransactions(),
            shop.getClock());
  }

  public PersonalData getPersonal() {
    return personal;
  }

  public ReadFigures getFigures() {
    return figures;
  }

  public FindPerson getFind() {
    return find;
  }

  public Glances getGlances() {
    return glances;
  }

  public Timeline getTimeline() {
    return timeline;
  }
}
