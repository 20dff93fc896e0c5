package org.postpurchase.story.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.CountUpTo;
import org.postpurchase.shared.jdbc.PageByKey;
import org.postpurchase.story.ShownStory;
import org.postpurchase.story.Story;
import org.postpurchase.story.StoryKind;
import org.postpurchase.story.StoryState;
import org.postpurchase.story.StoryUse;
import org.postpurchase.story.StoryViews;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcStoryViews implements StoryViews {
  private static final String SELECT =
      "select "
          + StoryRows.COLUMNS
          + ", t.BODY REVIEW_BODY, r.STARS, r.INCENTIVE from PP_STORY s left join PP_REVIEW r on"
          + " r.REVIEW_ID = s.REVIEW_ID left join PP_REVIEW_TEXT t on t.REVIEW_ID = r.REVIEW_ID and"
          + " t.VERSION_NUMBER = r.TEXT_VERSION";

  /** A review that is not published is not quoted, nor a picture that its author took away. */
  private static final String STILL_GOOD =
      " and (s.REVIEW_ID = 0 or (r.STATE = 'PUBLISHED' and (s.SHA256 is null or exists (select 1"
          + " from PP_REVIEW_PHOTO p where p.REVIEW_ID = s.REVIEW_ID and p.SHA256 = s.SHA256 and"
          + " p.REMOVED_AT is null))))";

  private final JdbcTemplate jdbc;

  JdbcStoryViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<ShownStory> shown(StoryUse use, StoryKind kind, long productId, int most) {
    StringBuilder sql = new StringBuilder(SELECT).append(" where s.STATE = 'SHOWN'");
    List<Object> args = new ArrayList<>();
    sql.append(" and s.SCOPE like ?").append(STILL_GOOD);
    args.add("%" + use.name() + "%");
    if (kind != null) {
      sql.append(" and s.KIND = ?");
      args.add(kind.name());
    }
    if (productId != 0) {
      sql.append(" and s.PRODUCT_ID = ?");
      args.add(productId);
    }
    sql.append(" order by s.STORY_ID desc limit ?");
    args.add(most);
    return jdbc.query(sql.toString(), (row, n) -> shown(row), args.toArray());
  }

  @Override
  public PageOf<ShownStory> page(StoryState state, ListPage page) {
    String where = state == null ? "" : " where s.STATE = '" + state.name() + "'";
    return new PageByKey(jdbc, "s.STORY_ID", "STORY_ID")
        .of(SELECT, where, new ArrayList<>(), page, (row, n) -> shown(row));
  }

  @Override
  public int countUpTo(int most, StoryState state) {
    String where = state == null ? "" : " where STATE = '" + state.name() + "'";
    return CountUpTo.rows(jdbc, most, "PP_STORY" + where, Collections.emptyList());
  }

  @Override
  public List<Story> ofContact(String contact) {
    return jdbc.query(
        "select "
            + StoryRows.COLUMNS
            + " from PP_STORY s where s.CONTACT = ? order by s.STORY_ID desc",
        (row, n) -> StoryRows.story(row),
        contact);
  }

  private static ShownStory shown(ResultSet row) throws SQLException {
    Story story = StoryRows.story(row);
    String review = Columns.text(row, "REVIEW_BODY");
    return new ShownStory(
        story,
        story.body.isEmpty() ? review : story.body,
        row.getInt("STARS"),
        "OFFERED".equals(row.getString("INCENTIVE")));
  }
}
