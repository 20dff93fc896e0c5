package org.postpurchase.broadleaf.settings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.postpurchase.shared.PostPurchaseException;

/** Moments as merchants write them in forms. */
final class ShopMoments {
  private ShopMoments() {}

  /**
   * @return null for an empty text
   * @throws PostPurchaseException telling how a moment is written
   */
  static Instant read(String value, ZoneId zone) {
    if (value == null || value.trim().isEmpty()) {
      return null;
    }
    try {
      return LocalDateTime.parse(value.trim(), EntityProgrammeReader.MOMENT)
          .atZone(zone)
          .toInstant();
    } catch (DateTimeParseException e) {
      throw new PostPurchaseException(
          "'" + value + "' is no moment; write it like 2026-11-27 09:00.", e);
    }
  }
}
