package org.postpurchase.admin.settings;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.ReviewChoice;
import org.postpurchase.broadleaf.entity.ReviewSettings;
import org.postpurchase.broadleaf.entity.ReviewSettingsImpl;
import org.postpurchase.review.VideoLink;
import org.postpurchase.series.EndedRest;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Saves how reviews are asked for, checked and shown. Of two admins at once, the first one wins.
 */
final class SaveReviewSettings extends SaveSettings<ReviewSettings> {
  private static final int CATEGORIES_MAX = 1000;
  private static final int INCENTIVE_MAX = 255;
  private static final int HOSTS_MAX = 500;

  private final ExecutionStore executions;
  private final Clock clock;

  public SaveReviewSettings(
      AdminAccess access, AuditLog audit, ExecutionStore executions, Clock clock) {
    super(ReviewSettings.class, ReviewSettingsImpl.class, access, audit);
    this.executions = executions;
    this.clock = clock;
  }

  @Override
  List<String> numbers() {
    return Arrays.asList(
        "askDays", "linesMost", "againMonths", "asksMost", "asksDays", "replyHours");
  }

  @Override
  Change<ReviewSettings> changing(ReviewSettings row, Entity posted, EntityManager entities)
      throws StaleFormException {
    RowEdition edition = RowEdition.of(row);
    edition.advance(entities, SettingsForm.value(posted, "edition"));
    return new Edited(row.getActiveSince(), asking(row), edition.next());
  }

  /** By what steps wait that ask for something. */
  private static List<Object> asking(ReviewSettings row) {
    return Arrays.asList(
        row.getAskDays(),
        FieldLimits.trimmed(row.getCategoryDays()),
        row.getAsksMost(),
        row.getAsksDays());
  }

  static Map<String, String> problems(ReviewSettings row) {
    FieldProblems found = new FieldProblems();
    FieldLimits fields = new FieldLimits(found);
    found.choice("publishing", row.getPublishing(), ReviewChoice.Publishing.TYPES);
    fields.between(
        "askDays",
        row.getAskDays(),
        org.postpurchase.review.ReviewSettings.ASK_DAYS_MIN,
        org.postpurchase.review.ReviewSettings.ASK_DAYS_MAX,
        "PostPurchase_Problem_AskDays");
    fields.between("linesMost", row.getLinesMost(), 1, 10, "PostPurchase_Problem_LinesMost");
    fields.between("againMonths", row.getAgainMonths(), 1, 60, "PostPurchase_Problem_AgainMonths");
    fields.between("asksMost", row.getAsksMost(), 1, 20, "PostPurchase_Problem_AsksMost");
    fields.between("asksDays", row.getAsksDays(), 1, 365, "PostPurchase_Problem_AsksDays");
    if (row.getReplyHours() != null) {
      fields.between("replyHours", row.getReplyHours(), 0, 200, "PostPurchase_Problem_ReplyHours");
    }
    if (text(row.getIncentive()).length() > INCENTIVE_MAX) {
      found.add("incentive", "PostPurchase_Problem_Long");
    }
    if (text(row.getCategoryDays()).length() > CATEGORIES_MAX) {
      found.add("categoryDays", "PostPurchase_Problem_Long");
    } else {
      try {
        org.postpurchase.review.ReviewSettings.categoryDays(text(row.getCategoryDays()));
      } catch (PostPurchaseException e) {
        found.add("categoryDays", "PostPurchase_Problem_CategoryDays");
      }
    }
    if (text(row.getVideoHosts()).length() > HOSTS_MAX) {
      found.add("videoHosts", "PostPurchase_Problem_Long");
    } else {
      try {
        VideoLink.hosts(text(row.getVideoHosts()));
      } catch (PostPurchaseException e) {
        found.add("videoHosts", "PostPurchase_Problem_VideoHosts");
      }
    }
    return found.byField();
  }

  private static String text(String typed) {
    return typed == null ? "" : typed;
  }

  /** The settings with what no form may set as it was. */
  private final class Edited implements Change<ReviewSettings> {
    private final Long activeSince;
    private final List<Object> askedBefore;
    private final int edition;

    private Edited(Long activeSince, List<Object> askedBefore, int edition) {
      this.activeSince = activeSince;
      this.askedBefore = askedBefore;
      this.edition = edition;
    }

    @Override
    public void settle(ReviewSettings row) {
      row.setEdition(edition);
      row.setActiveSince(activeSince);
      row.setActive(Boolean.TRUE.equals(row.getActive()));
      row.setPhotos(Boolean.TRUE.equals(row.getPhotos()));
      row.setMarkup(Boolean.TRUE.equals(row.getMarkup()));
      row.setHostRating(Boolean.TRUE.equals(row.getHostRating()));
      row.setFeed(Boolean.TRUE.equals(row.getFeed()));
      row.setKeptRate(Boolean.TRUE.equals(row.getKeptRate()));
      row.setGallery(Boolean.TRUE.equals(row.getGallery()));
      row.setIncentive(FieldLimits.trimmed(row.getIncentive()));
      row.setCategoryDays(FieldLimits.trimmed(row.getCategoryDays()));
    }

    @Override
    public Map<String, String> problems(ReviewSettings row) {
      return SaveReviewSettings.problems(row);
    }

    @Override
    public void accepted(ReviewSettings row, String actor) {
      if (row.getActive() && activeSince == null) {
        row.setActiveSince(clock.millis());
      }
      if (!asking(row).equals(askedBefore)) {
        executions.lookAtOnce(EndedRest.ofAsking(), clock.instant());
      }
    }
  }
}
