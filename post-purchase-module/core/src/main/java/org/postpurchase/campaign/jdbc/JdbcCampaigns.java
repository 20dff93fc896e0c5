package org.postpurchase.campaign.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postpurchase.campaign.Campaign;
import org.postpurchase.campaign.CampaignState;
import org.postpurchase.campaign.CampaignStore;
import org.postpurchase.campaign.Entry;
import org.postpurchase.referral.MailboxIdentity;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcCampaigns implements CampaignStore {
  private static final String SELECT =
      "select CAMPAIGN_ID, CODE, TITLE, HASHTAG, INTRO, RULES, MOMENTS, UPLOADS, PRIZES, STATE,"
          + " STARTS_AT, ENDS_AT, SEED, COMMITMENT, ENTRIES_HASH, DRAWN_AT, EDITION from"
          + " PP_CAMPAIGN";
  private static final String ADD =
      "insert into PP_CAMPAIGN (CODE, TITLE, HASHTAG, INTRO, RULES, MOMENTS, UPLOADS, PRIZES,"
          + " STATE, STARTS_AT, ENDS_AT, SEED, COMMITMENT, EDITION) values (?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, 1)";
  private static final String LOCK = "update PP_CAMPAIGN set CODE = CODE where CAMPAIGN_ID = ?";
  private static final String SAVE =
      "update PP_CAMPAIGN set TITLE = ?, HASHTAG = ?, INTRO = ?, RULES = ?, MOMENTS = ?, UPLOADS ="
          + " ?, PRIZES = ?, STATE = ?, STARTS_AT = ?, ENDS_AT = ?, SEED = ?, COMMITMENT = ?,"
          + " ENTRIES_HASH = ?, DRAWN_AT = ?, EDITION = ? where CAMPAIGN_ID = ? and EDITION = ?";
  private static final String ENTER =
      "insert into PP_CAMPAIGN_ENTRY (ENTRY_KEY, CAMPAIGN_ID, CONTACT, EMAIL, CUSTOMER_ID, SOURCE,"
          + " LOCALE_CODE, PLACE, ENTERED_AT) values (?, ?, ?, ?, ?, ?, ?, 0, ?)";
  private static final String ENTRIES =
      "select ENTRY_ID, CAMPAIGN_ID, EMAIL, CUSTOMER_ID, SOURCE, LOCALE_CODE, PLACE, ENTERED_AT"
          + " from PP_CAMPAIGN_ENTRY where CAMPAIGN_ID = ?";
  private static final String NUMBERS =
      "select (select count(*) from PP_CAMPAIGN_ENTRY b where b.CAMPAIGN_ID = w.CAMPAIGN_ID"
          + " and b.ENTRY_ID <= w.ENTRY_ID) from PP_CAMPAIGN_ENTRY w where w.CAMPAIGN_ID = ?"
          + " and w.PLACE > 0 order by w.PLACE";
  private static final String COUNT =
      "select count(*) from PP_CAMPAIGN_ENTRY where CAMPAIGN_ID = ?";
  private static final String SOURCES =
      "select SOURCE, count(*) N from PP_CAMPAIGN_ENTRY where CAMPAIGN_ID = ? group by SOURCE";
  private static final String COST_OF =
      "select COST_MINOR, COST_CURRENCY from PP_CAMPAIGN where CAMPAIGN_ID = ?";
  private static final String PLACE = "update PP_CAMPAIGN_ENTRY set PLACE = ? where ENTRY_ID = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcCampaigns(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public List<Campaign> all() {
    return jdbc.query(SELECT + " order by CAMPAIGN_ID desc", (row, n) -> campaign(row));
  }

  @Override
  public List<Campaign> openForMoments() {
    return jdbc.query(
        SELECT + " where STATE = 'OPEN' and MOMENTS is not null order by CAMPAIGN_ID",
        (row, n) -> campaign(row));
  }

  @Override
  public Optional<Campaign> find(long campaignId) {
    return one(SELECT + " where CAMPAIGN_ID = ?", campaignId);
  }

  @Override
  public Optional<Campaign> find(String code) {
    return one(SELECT + " where CODE = ?", code);
  }

  private Optional<Campaign> one(String sql, Object... args) {
    return jdbc.query(sql, (row, n) -> campaign(row), args).stream().findFirst();
  }

  @Override
  public Optional<Long> add(Campaign c) {
    boolean isNew =
        inserts.ifAbsent(
            ADD,
            c.code,
            c.text.title,
            c.text.hashtag,
            c.text.intro,
            c.text.rules,
            moments(c),
            c.uploads,
            c.prizes,
            c.state.name(),
            Utc.param(c.startsAt),
            Utc.param(c.endsAt),
            c.draw.seed,
            c.draw.commitment);
    return isNew ? find(c.code).map(added -> added.id) : Optional.empty();
  }

  private static String moments(Campaign c) {
    return c.moments.isEmpty() ? null : String.join(",", c.moments);
  }

  @Override
  public Optional<Campaign> lock(long campaignId) {
    return jdbc.update(LOCK, campaignId) == 0
        ? Optional.empty()
        : one(SELECT + " where CAMPAIGN_ID = ? for update", campaignId);
  }

  @Override
  public void save(Campaign c) {
    int saved =
        jdbc.update(
            SAVE,
            c.text.title,
            c.text.hashtag,
            c.text.intro,
            c.text.rules,
            moments(c),
            c.uploads,
            c.prizes,
            c.state.name(),
            Utc.param(c.startsAt),
            Utc.param(c.endsAt),
            c.draw.seed,
            c.draw.commitment,
            c.draw.entriesHash,
            Utc.param(c.draw.drawnAt),
            c.edition + 1,
            c.id,
            c.edition);
    if (saved != 1) {
      throw new OptimisticLockingFailureException("campaign " + c.id + " was changed meanwhile");
    }
  }

  @Override
  public boolean enter(Collection<Entry> entries) {
    boolean any = false;
    for (Entry e : entries) {
      any |=
          inserts.ifAbsent(
              ENTER,
              e.campaignId + ":" + MailboxIdentity.of(e.email.toString()),
              e.campaignId,
              e.email.key(),
              e.email.toString(),
              e.customerId,
              e.source,
              e.locale.toLanguageTag(),
              Utc.param(e.enteredAt));
    }
    return any;
  }

  @Override
  public List<Entry> entries(long campaignId) {
    return jdbc.query(ENTRIES + " order by ENTRY_ID", (row, n) -> entry(row), campaignId);
  }

  @Override
  public List<Entry> winners(long campaignId) {
    return jdbc.query(
        ENTRIES + " and PLACE > 0 order by PLACE", (row, n) -> entry(row), campaignId);
  }

  @Override
  public List<Integer> winningNumbers(long campaignId) {
    return jdbc.queryForList(NUMBERS, Integer.class, campaignId);
  }

  @Override
  public int count(long campaignId) {
    return jdbc.queryForObject(COUNT, Integer.class, campaignId);
  }

  @Override
  public Map<String, Integer> sources(long campaignId) {
    Map<String, Integer> sources = new TreeMap<>();
    jdbc.query(
        SOURCES,
        row -> {
          sources.put(row.getString("SOURCE"), row.getInt("N"));
        },
        campaignId);
    return sources;
  }

  @Override
  public void place(long entryId, int place) {
    jdbc.update(PLACE, place, entryId);
  }

  @Override
  public Optional<Money> costOf(long campaignId) {
    return jdbc
        .query(
            COST_OF,
            (row, n) ->
                row.getString("COST_CURRENCY") == null
                    ? Optional.<Money>empty()
                    : Optional.of(
                        Money.ofMinor(
                            row.getLong("COST_MINOR"),
                            Currency.getInstance(row.getString("COST_CURRENCY")))),
            campaignId)
        .stream()
        .findFirst()
        .flatMap(found -> found);
  }

  @Override
  public void cost(long campaignId, Money cost) {
    jdbc.update(
        "update PP_CAMPAIGN set COST_MINOR = ?, COST_CURRENCY = ? where CAMPAIGN_ID = ?",
        cost == null ? null : cost.amountMinor(),
        cost == null ? null : cost.currency().getCurrencyCode(),
        campaignId);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("ENTRY_ID"),
        row.getLong("CAMPAIGN_ID"),
        new Entry.Person(
            EmailAddress.stored(row.getString("EMAIL")),
            row.getLong("CUSTOMER_ID"),
            LocaleCode.parse(row.getString("LOCALE_CODE"))),
        row.getString("SOURCE"),
        row.getInt("PLACE"),
        Utc.instant(row, "ENTERED_AT"));
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    return Campaign.of(
            row.getString("CODE"),
            new Campaign.Text(
                Columns.text(row, "TITLE"),
                Columns.text(row, "HASHTAG"),
                Columns.text(row, "INTRO"),
                Columns.text(row, "RULES")))
        .row(row.getLong("CAMPAIGN_ID"), row.getInt("EDITION"))
        .entries(Campaign.moments(Columns.text(row, "MOMENTS")), row.getBoolean("UPLOADS"))
        .prizes(
            row.getInt("PRIZES"),
            new Campaign.Draw(
                Columns.text(row, "SEED"),
                Columns.text(row, "COMMITMENT"),
                Columns.text(row, "ENTRIES_HASH"),
                Utc.instant(row, "DRAWN_AT")))
        .state(CampaignState.valueOf(row.getString("STATE")))
        .runs(Utc.instant(row, "STARTS_AT"), Utc.instant(row, "ENDS_AT"))
        .build();
  }
}
