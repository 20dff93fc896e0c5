package org.postpurchase.broadleaf.settings;

import java.util.Properties;
import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.broadleaf.entity.ConfirmationPromptImpl;
import org.postpurchase.messaging.TemplateVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the shipped texts and series into the settings tables at start-up where there are none yet.
 * Series are drafts and the block of the confirmation page is switched off, so nothing happens
 * until a merchant wants it.
 *
 * <p>Never touches a row that exists. Two nodes starting at once end with one row of each text: the
 * loser's insert is refused by the unique key and ignored. A failure here is logged and does not
 * keep the shop from starting.
 */
public final class InstallPresets {
  private static final Logger LOG = LoggerFactory.getLogger(InstallPresets.class);
  private static final String[] TEMPLATES = {
    "thank-you",
    "how-to",
    "review-request",
    "reward-code",
    "reward-reminder",
    "points-expiring",
    "tier-reached",
    "tier-at-risk",
    "friend-joined",
    "referral-rewarded",
    "referral-changed",
    "welcome",
    "welcome-story",
    "welcome-favourites",
    "birthday",
    "anniversary",
    "win-back",
    "replenishment",
    "cart-left"
  };
  private static final String ENTITIES = "org.postpurchase.broadleaf.entity.";

  static final String ONE_AT_A_TIME =
      "update PP_INSTALLATION set INSTALLATION_ID = INSTALLATION_ID where INSTALLATION_ID = 1";

  private final SettingsQuery query;
  private final TemplateVersions versions;
  private final String channel;

  /**
   * @param channel key of the one that steps of shipped series send by
   */
  public InstallPresets(SettingsQuery query, TemplateVersions versions, String channel) {
    this.channel = channel;
    this.query = query;
    this.versions = versions;
  }

  public void run() {
    for (String locale : ShippedTemplates.LOCALES) {
      for (String key : TEMPLATES) {
        guarded(
            key + " " + locale,
            () -> query.read(em -> ShippedTemplates.install(em, versions, key, locale)));
      }
      guarded("confirmation " + locale, () -> query.read(em -> prompt(em, locale)));
    }
    for (ShippedSeries shipped : ShippedSeries.all(channel)) {
      guarded(shipped.row.getPresetKey(), () -> query.read(em -> series(em, shipped)));
    }
    guarded("loyalty", () -> query.read(ShippedProgramme::install));
    guarded("rewards", () -> query.read(ShippedRewards::install));
    guarded("referral", () -> query.read(ShippedReferral::install));
    guarded("reviews", () -> query.read(ShippedReviews::install));
  }

  private static Void prompt(EntityManager em, String locale) {
    boolean known =
        !em.createQuery(
                "select p.id from "
                    + ENTITIES
                    + "ConfirmationPrompt p where p.localeCode = :locale")
            .setParameter("locale", locale)
            .getResultList()
            .isEmpty();
    if (!known) {
      Properties texts = ShippedText.properties("confirmation_" + locale + ".properties");
      ConfirmationPrompt row = new ConfirmationPromptImpl();
      row.setLocaleCode(locale);
      row.setActive(false);
      row.setHeading(texts.getProperty("heading"));
      row.setMessage(texts.getProperty("message"));
      row.setStepsHeading(texts.getProperty("stepsHeading"));
      row.setStepReceived(texts.getProperty("stepReceived"));
      row.setStepShipped(texts.getProperty("stepShipped"));
      row.setStepDelivered(texts.getProperty("stepDelivered"));
      row.setShipDays(Integer.valueOf(texts.getProperty("shipDays")));
      row.setDeliveryDaysMin(Integer.valueOf(texts.getProperty("deliveryDaysMin")));
      row.setDeliveryDaysMax(Integer.valueOf(texts.getProperty("deliveryDaysMax")));
      em.persist(row);
    }
    return null;
  }

  /** No unique key guards these, since merchants' own have no preset; so one node at a time. */
  private static Void series(EntityManager em, ShippedSeries shipped) {
    em.createNativeQuery(ONE_AT_A_TIME).executeUpdate();
    boolean known =
        !em.createQuery("select s.id from " + ENTITIES + "Series s where s.presetKey = :key")
            .setParameter("key", shipped.row.getPresetKey())
            .getResultList()
            .isEmpty();
    if (!known) {
      em.persist(shipped.row);
      shipped.steps.forEach(em::persist);
    }
    return null;
  }

  private static void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("preset {} not installed: {}", what, e.toString());
    }
  }
}
