package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;
import org.postpurchase.shared.jdbc.Filter;
import org.postpurchase.shared.jdbc.JdbcPages;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

final class PostgresListPagesTest extends ListPagesContract {
  private static final int ROWS = 150_000;

  /** Of some 3,000 that the table has, with its indexes some 8,000. */
  private static final int BLOCKS_MOST = 400;

  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }

  @Test
  void no_page_and_no_count_reads_the_table_whatever_is_looked_for() {
    CoreDatabase database = shared();
    database.jdbc.update(
        "insert into PP_TOUCH_DECISION (DECISION_KEY, TOUCH, ORDER_ID, VERDICT, REASON_CODE,"
            + " DECIDED_AT, ENROLLMENT_ID, STEP_KEY, CONTACT) select 'd' || i, 'thank-you', i,"
            + " case when i < 20 then 'EXIT' when i % 9000 = 0 then 'DEFER' else 'SEND' end, 'DUE',"
            + " now(), i, '', 'c' || i / 5 || '@example.com' from generate_series(1, ?) i",
        ROWS);
    database.jdbc.execute("analyze PP_TOUCH_DECISION");
    Explained explained = new Explained(database.jdbc);
    Pages<Verdict, String> pages =
        new JdbcPages<>(
            explained,
            "select DECISION_KEY from PP_TOUCH_DECISION",
            "DECISION_ID",
            "VERDICT",
            Filter::of,
            (row, n) -> row.getString("DECISION_KEY"));
    Who person = Who.of(List.of("c7@example.com"), List.of(90_000L), List.of());

    for (Verdict state : new Verdict[] {null, Verdict.SEND, Verdict.DEFER, Verdict.EXIT}) {
      for (Who who : List.of(Who.EVERYBODY, person)) {
        pages.countUpTo(999, state, who);
        PageOf<String> page = pages.page(state, who, ListPage.newest(50));
        if (page.olderThan > 0) {
          pages.page(state, who, ListPage.olderThan(page.olderThan, 50));
          pages.page(state, who, ListPage.newerThan(page.olderThan - ROWS / 2, 50));
        }
      }
    }
    assertThat(pages.page(Verdict.EXIT, Who.EVERYBODY, ListPage.newest(50)).rows).hasSize(19);
    assertThat(explained.blocks).hasSizeGreaterThan(16);
  }

  /** Carries out what it is asked and looks how many blocks that takes. */
  private static final class Explained extends JdbcTemplate {
    private static final Pattern BLOCKS = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    final List<Integer> blocks = new ArrayList<>();

    Explained(JdbcTemplate real) {
      super(real.getDataSource());
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... args) {
      explain(sql, args);
      return super.query(sql, mapper, args);
    }

    @Override
    public <T> T queryForObject(String sql, Class<T> type, Object... args) {
      explain(sql, args);
      return super.queryForObject(sql, type, args);
    }

    private void explain(String sql, Object... args) {
      String plan =
          String.join(
              "\n",
              super.queryForList("explain (analyze, buffers) " + sql, args).stream()
                  .map(row -> row.values().iterator().next().toString())
                  .toList());
      Matcher first = BLOCKS.matcher(plan); // the topmost node's, which holds all below
      assertThat(first.find()).as(plan).isTrue();
      int read = first.group(2) == null ? 0 : Integer.parseInt(first.group(2));
      blocks.add(Integer.parseInt(first.group(1)) + read);
      assertThat(blocks.get(blocks.size() - 1)).as("%s%n%s", sql, plan).isLessThan(BLOCKS_MOST);
    }
  }
}
