package org.postpurchase.broadleaf.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.postpurchase.order.PlacedOrder;
import org.postpurchase.order.PlacedOrders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks down the host's orders by their ids, along the primary key. Each page is read in a
 * read-only transaction and an entity manager of its own, apart from those of whoever asks, so that
 * a long walk neither holds a snapshot nor fills a session.
 */
public final class BroadleafPlacedOrders implements PlacedOrders {
  private static final String IDS =
      "select ORDER_ID from BLC_ORDER where ORDER_STATUS in ('SUBMITTED', 'CANCELLED')"
          + " and SUBMIT_DATE >= ? and SUBMIT_DATE < ? and ORDER_ID < ?"
          + " order by ORDER_ID desc limit ?";

  private final JdbcTemplate jdbc;
  private final EntityManagerFactory factory;
  private final OrderMapper mapper;
  private final BareLines bareLines;
  private final PersonOrders persons;
  private final TransactionTemplate reading;

  public BroadleafPlacedOrders(
      JdbcTemplate jdbc,
      EntityManagerFactory factory,
      PlatformTransactionManager manager,
      OrderMapper mapper,
      PersonOrders persons) {
    this.persons = persons;
    this.jdbc = jdbc;
    this.factory = factory;
    this.mapper = mapper;
    this.bareLines = new BareLines(jdbc);
    reading = new TransactionTemplate(manager);
    reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    reading.setReadOnly(true);
  }

  @Override
  public Pages newestFirst(Instant from, Instant until) {
    return new Walk(from, until);
  }

  private final class Walk implements Pages {
    private final Timestamp from;
    private final Timestamp until;
    private final PlacedOrdersPage page =
        new PlacedOrdersPage(
            mapper, bareLines, new FirstOrders(jdbc, persons), new SubmissionTimes(jdbc));
    private long before = Long.MAX_VALUE;

    private Walk(Instant from, Instant until) {
      this.from = Timestamp.from(from);
      this.until = Timestamp.from(until);
    }

    @Override
    public List<PlacedOrder> next(int atMost) {
      return reading.execute(
          status -> {
            List<Long> ids = jdbc.queryForList(IDS, Long.class, from, until, before, atMost);
            if (!ids.isEmpty()) {
              before = ids.get(ids.size() - 1);
            }
            return page.read(ids, EntityManagerFactoryUtils.getTransactionalEntityManager(factory));
          });
    }
  }
}
