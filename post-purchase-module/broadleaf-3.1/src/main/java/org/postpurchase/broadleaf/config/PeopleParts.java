package org.postpurchase.broadleaf.config;

import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.postpurchase.broadleaf.person.BroadleafPeople;
import org.postpurchase.people.FindPerson;
import org.postpurchase.people.Glances;
import org.postpurchase.people.Timeline;
import org.postpurchase.people.jdbc.PeopleJdbcModule;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;

/** What the admin's pages about people and Home stand on. Only the admin's webapp needs it. */
public final class PeopleParts {
  private final FindPerson find;
  private final Timeline timeline;
  private final Glances glances;

  public PeopleParts(EntityManagerFactory factory) {
    DataSource dataSource = ((EntityManagerFactoryInfo) factory).getDataSource();
    JdbcTemplate jdbc = HostStatements.on(dataSource);
    RowSets sets = new RowSets(jdbc, SqlDialect.of(dataSource));
    find = new BroadleafPeople(jdbc);
    timeline = PeopleJdbcModule.timeline(jdbc, sets);
    glances = PeopleJdbcModule.glances(jdbc, sets);
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
