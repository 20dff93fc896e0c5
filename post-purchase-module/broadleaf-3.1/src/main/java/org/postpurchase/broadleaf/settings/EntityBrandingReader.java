package org.postpurchase.broadleaf.settings;

import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.loyalty.Branding;
import org.postpurchase.loyalty.BrandingReader;

/** Reads the programme's words and looks from the host's entity manager. */
public final class EntityBrandingReader implements BrandingReader {
  private static final String PROGRAMME =
      "select p from org.postpurchase.broadleaf.entity.LoyaltyProgramme p order by p.id";

  private final SettingsQuery query;

  public EntityBrandingReader(SettingsQuery query) {
    this.query = query;
  }

  @Override
  public Branding branding() {
    return query.read(
        em ->
            em.createQuery(PROGRAMME, LoyaltyProgramme.class).getResultList().stream()
                .findFirst()
                .map(EntityBrandingReader::branding)
                .orElse(Branding.NONE));
  }

  private static Branding branding(LoyaltyProgramme row) {
    return new Branding(
        text(row.getHeadline()),
        text(row.getIntro()),
        text(row.getColour()),
        text(row.getLogoUrl()));
  }

  private static String text(String value) {
    return value == null ? "" : value.trim();
  }
}
