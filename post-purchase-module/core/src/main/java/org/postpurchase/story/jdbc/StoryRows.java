package org.postpurchase.story.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.story.Story;
import org.postpurchase.story.StoryKind;
import org.postpurchase.story.StoryState;
import org.postpurchase.story.StoryUse;

/** Rows of PP_STORY as values. */
final class StoryRows {
  static final String COLUMNS =
      "s.STORY_ID, s.STORY_KEY, s.KIND, s.REVIEW_ID, s.CAMPAIGN_ID, s.PRODUCT_ID, s.CONTACT,"
          + " s.NICKNAME, s.BODY STORY_BODY, s.SHA256, s.STATE, s.SCOPE, s.CONSENT_TEXT,"
          + " s.GIVEN_AT, s.WITHDRAWN_AT, s.LOCALE_CODE, s.EDITION, s.CREATED_AT";

  private StoryRows() {}

  static Story story(ResultSet row) throws SQLException {
    return Story.of(
            StoryKind.valueOf(row.getString("KIND")),
            row.getString("STORY_KEY"),
            new Story.Origin(
                row.getLong("REVIEW_ID"),
                row.getLong("CAMPAIGN_ID"),
                row.getLong("PRODUCT_ID"),
                row.getString("CONTACT")))
        .row(row.getLong("STORY_ID"), row.getInt("EDITION"))
        .by(Columns.text(row, "NICKNAME"), LocaleCode.parse(row.getString("LOCALE_CODE")))
        .words(Columns.text(row, "STORY_BODY"))
        .picture(Columns.text(row, "SHA256"))
        .state(StoryState.valueOf(row.getString("STATE")))
        .given(
            uses(Columns.text(row, "SCOPE")),
            Columns.text(row, "CONSENT_TEXT"),
            Utc.instant(row, "GIVEN_AT"))
        .withdrawn(Utc.instant(row, "WITHDRAWN_AT"))
        .created(Utc.instant(row, "CREATED_AT"))
        .build();
  }

  private static Set<StoryUse> uses(String text) {
    Set<StoryUse> uses = EnumSet.noneOf(StoryUse.class);
    for (StoryUse use : StoryUse.values()) {
      if (("," + text + ",").contains("," + use.name() + ",")) {
        uses.add(use);
      }
    }
    return uses;
  }
}
