package org.postpurchase.story.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.story.Story;
import org.postpurchase.story.StoryStore;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcStories implements StoryStore {
  private static final String ADD =
      "insert into PP_STORY (STORY_KEY, KIND, REVIEW_ID, CAMPAIGN_ID, PRODUCT_ID, CONTACT,"
          + " NICKNAME, BODY, SHA256, STATE, SCOPE, CONSENT_TEXT, GIVEN_AT, LOCALE_CODE, EDITION,"
          + " CREATED_AT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)";
  private static final String SELECT = "select " + StoryRows.COLUMNS + " from PP_STORY s where ";

  /** The update takes the row lock on every database, also where a select cannot. */
  private static final String LOCK = "update PP_STORY set STATE = STATE where STORY_ID = ?";

  private static final String SAVE =
      "update PP_STORY set STATE = ?, SCOPE = ?, CONSENT_TEXT = ?, GIVEN_AT = ?, WITHDRAWN_AT = ?,"
          + " EDITION = ? where STORY_ID = ? and EDITION = ?";
  private static final String NOTE =
      "insert into PP_STORY_EVENT (STORY_ID, KIND, ACTOR, NOTE, HAPPENED_AT) values (?, ?, ?, ?,"
          + " ?)";
  private static final String LOCK_KEY = "update PP_STORY set STATE = STATE where STORY_KEY = ?";
  private static final String WAITING =
      "select count(*) from PP_STORY where CAMPAIGN_ID = ? and CONTACT = ? and STATE = 'WAITING'";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcStories(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  private static String scope(Story s) {
    return s.uses.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  @Override
  public void add(Story s) {
    inserts.ifAbsent(
        ADD,
        s.key,
        s.kind.name(),
        s.origin.reviewId,
        s.origin.campaignId,
        s.origin.productId,
        s.origin.contact,
        s.nickname,
        s.body,
        s.sha256.isEmpty() ? null : s.sha256,
        s.state.name(),
        scope(s),
        s.consentText,
        Utc.param(s.givenAt),
        s.locale.toLanguageTag(),
        Utc.param(s.createdAt));
  }

  @Override
  public Optional<Story> lock(long storyId) {
    return jdbc.update(LOCK, storyId) == 0
        ? Optional.empty()
        : one(SELECT + "s.STORY_ID = ? for update", storyId);
  }

  @Override
  public Optional<Story> lock(String key) {
    return jdbc.update(LOCK_KEY, key) == 0
        ? Optional.empty()
        : one(SELECT + "s.STORY_KEY = ? for update", key);
  }

  private Optional<Story> one(String sql, Object... args) {
    return jdbc.query(sql, (row, n) -> StoryRows.story(row), args).stream().findFirst();
  }

  @Override
  public void save(Story s, String event, String actor, String note, Instant now) {
    int saved =
        jdbc.update(
            SAVE,
            s.state.name(),
            scope(s),
            s.consentText,
            Utc.param(s.givenAt),
            Utc.param(s.withdrawnAt),
            s.edition + 1,
            s.id,
            s.edition);
    if (saved != 1) {
      throw new OptimisticLockingFailureException("story " + s.id + " was changed meanwhile");
    }
    jdbc.update(NOTE, s.id, event, actor, note, Utc.param(now));
  }

  @Override
  public List<Story> ofReview(long reviewId) {
    return jdbc.query(
        SELECT + "s.REVIEW_ID = ? order by s.STORY_ID", (row, n) -> StoryRows.story(row), reviewId);
  }

  @Override
  public int waiting(long campaignId, String contact) {
    return jdbc.queryForObject(WAITING, Integer.class, campaignId, contact);
  }
}
