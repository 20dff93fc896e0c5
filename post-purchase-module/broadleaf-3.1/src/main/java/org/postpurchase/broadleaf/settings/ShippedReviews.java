package org.postpurchase.broadleaf.settings;

import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.ReviewSettings;
import org.postpurchase.broadleaf.entity.ReviewSettingsImpl;

/** The settings of reviews as they are shipped: switched off, each one checked by a person. */
final class ShippedReviews {
  private ShippedReviews() {}

  /** Only where there are none yet. */
  static Void install(EntityManager em) {
    em.createNativeQuery(InstallPresets.ONE_AT_A_TIME).executeUpdate();
    if (em.createQuery("select s.id from org.postpurchase.broadleaf.entity.ReviewSettings s")
        .getResultList()
        .isEmpty()) {
      ReviewSettings row = new ReviewSettingsImpl();
      row.setActive(false);
      row.setPublishing("AFTER_CHECK");
      row.setPhotos(true);
      row.setMarkup(true);
      row.setAskDays(10);
      row.setLinesMost(3);
      row.setAgainMonths(12);
      row.setAsksMost(2);
      row.setAsksDays(30);
      row.setHostRating(false);
      row.setFeed(false);
      row.setKeptRate(false);
      row.setReplyHours(0);
      row.setGallery(false);
      row.setEdition(1);
      em.persist(row);
    }
    return null;
  }
}
