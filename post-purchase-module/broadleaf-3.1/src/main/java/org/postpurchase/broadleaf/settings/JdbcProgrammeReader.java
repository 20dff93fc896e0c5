package org.postpurchase.broadleaf.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.broadleaf.entity.LoyaltyProgrammeImpl;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the merchant's programme in the middle of the host's pricing and checkout, where asking the
 * entity manager would write the half-priced order, and a failure would empty it. Knows no earning
 * rules.
 */
public final class JdbcProgrammeReader implements ProgrammeReader {
  private static final String PROGRAMME =
      "select ACTIVE, PROGRAMME_KEY, NAME, POINTS_NAME, TERMS_VERSION, RATES, MINIMUM_POINTS,"
          + " BLOCK_POINTS, MAX_SHARE_PERCENT, RETURN_WINDOW_DAYS, FALLBACK_DAYS, VALIDITY_DAYS,"
          + " GRACE_DAYS, SHORTFALL_POLICY, STACKING_POLICY, ACTIVE_SINCE"
          + " from PP_LOYALTY_PROGRAMME order by PROGRAMME_ID";

  private final JdbcTemplate jdbc;

  public JdbcProgrammeReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Programme> active() {
    return read(true);
  }

  @Override
  public Optional<Programme> find() {
    return read(false);
  }

  @Override
  public List<EarningRule> rules() {
    return Collections.emptyList();
  }

  private Optional<Programme> read(boolean activeOnly) {
    return jdbc.query(PROGRAMME, new Object[0], (row, number) -> entity(row)).stream()
        .filter(row -> !activeOnly || row.getActive())
        .findFirst()
        .map(EntityProgrammeReader::definition);
  }

  private static LoyaltyProgramme entity(ResultSet row) throws SQLException {
    LoyaltyProgramme programme = new LoyaltyProgrammeImpl();
    programme.setActive(row.getBoolean("ACTIVE"));
    programme.setProgrammeKey(row.getString("PROGRAMME_KEY"));
    programme.setName(row.getString("NAME"));
    programme.setPointsName(row.getString("POINTS_NAME"));
    programme.setTermsVersion(row.getInt("TERMS_VERSION"));
    programme.setRates(row.getString("RATES"));
    programme.setMinimumPoints(row.getInt("MINIMUM_POINTS"));
    programme.setBlockPoints(row.getInt("BLOCK_POINTS"));
    programme.setMaxSharePercent(row.getInt("MAX_SHARE_PERCENT"));
    programme.setReturnWindowDays(row.getInt("RETURN_WINDOW_DAYS"));
    programme.setFallbackDays(row.getInt("FALLBACK_DAYS"));
    programme.setValidityDays(row.getInt("VALIDITY_DAYS"));
    programme.setGraceDays(row.getInt("GRACE_DAYS"));
    programme.setShortfallPolicy(row.getString("SHORTFALL_POLICY"));
    programme.setStackingPolicy(row.getString("STACKING_POLICY"));
    long since = row.getLong("ACTIVE_SINCE");
    programme.setActiveSince(row.wasNull() ? null : since);
    return programme;
  }
}
